--liquibase formatted sql

--changeset frontrow:queue-line-number-comments
comment on table queue.line_number is
  'One row a line: its end, where numbers are given out. Locked by a batch of joins until its commit.';
comment on column queue.line_number.concert_id is 'The concert whose line it is.';
comment on column queue.line_number.last_number is 'The number given out last; 0 before the first.';

--changeset frontrow:queue-line-comments
comment on table queue.line is
  'One row a line: settings, admission and totals. Written when somebody first comes to it.';
comment on column queue.line.concert_id is 'The concert whose line it is.';
comment on column queue.line.sale is
  'When seats of the concert are sold; outside nobody joins or is admitted. Copied from its schedules.';
comment on column queue.line.closes_at is
  'When the last of these sales closes, and with it every token, by the database''s clock.';
comment on column queue.line.max_active is
  'How many tokens may be active at once: the module''s setting until an admin changes it.';
comment on column queue.line.admissions_per_second is
  'How many are admitted a second, by all instances together: the module''s setting until an admin changes it.';
comment on column queue.line.paused is 'Whether an admin has stopped admission; joining and polling go on.';
comment on column queue.line.revision is
  'How often an admin changed the settings; an instance never replaces newer ones with older.';
comment on column queue.line.bucket is 'Admissions that were due at bucket_at, with fractions; each one takes 1 out.';
comment on column queue.line.bucket_at is 'Until when the bucket is filled, by the database''s clock; never goes back.';
comment on column queue.line.admitted_total is 'How many were admitted since the line began.';
comment on column queue.line.expired_deleted is
  'How many tokens that ended without being paid with are deleted by now; for the totals.';
comment on column queue.line.completed_deleted is
  'How many tokens that ended by being paid with are deleted by now; for the totals.';
comment on column queue.line.watched_since is
  'Since when silence counts, by the database''s clock; anew after a start or time without a database.';

--changeset frontrow:queue-token-comments
comment on table queue.token is
  'One row a token: a user''s place in a line. Deleted some time after its end (ended-retention).';
comment on column queue.token.concert_id is 'The concert in whose line it is.';
comment on column queue.token.number is 'Its place in the line, from 1, without gaps in the order of joining.';
comment on column queue.token.user_id is
  'Whose it is: the sub of the user''s access token. One a line at most that is not ENDED.';
comment on column queue.token.status is
  'WAITING, then ACTIVE (admitted), then ENDED, never back. What is over is refused before it is ENDED.';
comment on column queue.token.issued_at is 'When the user joined, by the database''s clock.';
comment on column queue.token.admitted_at is 'When it became ACTIVE, by the database''s clock; null if it never did.';
comment on column queue.token.expires_at is
  'When its time as ACTIVE is over, at the line''s closes_at at the latest; null if never ACTIVE.';
comment on column queue.token.no_show_at is
  'When it is over unless used before; null until admitted, and from its first use on.';
comment on column queue.token.ended_at is 'When it became ENDED, by the database''s clock; null until then.';
comment on column queue.token.reason is
  'Why it ended: PAID, TIME (ran out), NO_SHOW (not used), GIVEN_UP, ABANDONED (silent) or SALE_CLOSED; null before.';
comment on column queue.token.changed is
  'The transaction that wrote the row last, set by every statement; instances follow the lines by it.';

--changeset frontrow:queue-admission-comments
comment on table queue.admission is
  'One row a step in which some were admitted: the proof that the cap was kept. Old ones are deleted, but a line''s last.';
comment on column queue.admission.concert_id is 'The concert whose line moved.';
comment on column queue.admission.first_number is 'The lowest number admitted.';
comment on column queue.admission.last_number is
  'The highest number admitted; numbers in between may have ended before.';
comment on column queue.admission.at is 'When they were admitted, by the database''s clock.';
comment on column queue.admission.admitted is 'How many were admitted.';
comment on column queue.admission.active_after is 'How many were active then, these included.';
comment on column queue.admission.max_active is 'The cap in force at that step.';

--changeset frontrow:queue-presence-comments
comment on table queue.presence is
  'One row each time an instance writes whom it has heard of in a line. Old rows are deleted.';
comment on column queue.presence.concert_id is 'The concert whose line it is.';
comment on column queue.presence.instance_id is 'The instance that heard of them.';
comment on column queue.presence.written_at is 'When it wrote, by the database''s clock.';
comment on column queue.presence.numbers is
  'The numbers heard of since it wrote before, by poll, stream or join: a 64-bit Roaring bitmap.';

--changeset frontrow:queue-instance-comments
comment on table queue.instance is
  'One row a running instance; while one is silent, nobody ends as abandoned. Deleted when it stops or counts as dead.';
comment on column queue.instance.instance_id is 'What names the instance; drawn at random at its start.';
comment on column queue.instance.written_at is
  'When it last wrote whom it had heard of, be it nobody; by the database''s clock.';

--changeset frontrow:queue-signing-key-comments
comment on table queue.signing_key is 'One row at most: the key that all instances share where none is configured.';
comment on column queue.signing_key.id is 'Always 1, so that there is one key.';
comment on column queue.signing_key.secret is
  'The key that signs queue tokens by HMAC-SHA-256; random, from the first instance that needed it.';
