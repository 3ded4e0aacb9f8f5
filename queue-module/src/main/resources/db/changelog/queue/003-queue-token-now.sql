--liquibase formatted sql

--changeset frontrow:queue-token-now
-- What several statements ask: whether a token is over that nobody has ended yet. It can be written to, and whoever locks
-- it locks the token alone.
create view queue.token_now as
select concert_id, number, user_id, status, issued_at, expires_at, no_show_at, ended_at, reason, changed,
       status = 'ACTIVE'
       and (expires_at <= statement_timestamp() or no_show_at <= statement_timestamp()) is true as is_over,
       case when no_show_at <= statement_timestamp() and no_show_at < expires_at then 'NO_SHOW'
            when expires_at = (select l.closes_at from queue.line l where l.concert_id = t.concert_id)
            then 'SALE_CLOSED'
            else 'TIME' end as over_because
  from queue.token t;

--changeset frontrow:queue-token-now-comments
comment on view queue.token_now is
  'Each token, as it is at this instant by the database''s clock, whether it was swept or not.';
comment on column queue.token_now.concert_id is 'The concert in whose line it is.';
comment on column queue.token_now.number is 'Its place in the line.';
comment on column queue.token_now.user_id is 'Whose it is: the sub of the user''s access token.';
comment on column queue.token_now.status is 'WAITING, ACTIVE or ENDED, as written last.';
comment on column queue.token_now.issued_at is 'When the user joined.';
comment on column queue.token_now.expires_at is 'When its time as ACTIVE is over; null if never ACTIVE.';
comment on column queue.token_now.no_show_at is
  'When it is over unless used before; null until admitted, and from its first use on.';
comment on column queue.token_now.ended_at is 'When it became ENDED; null until then.';
comment on column queue.token_now.reason is 'Why it ended; null before.';
comment on column queue.token_now.changed is 'The transaction that wrote the row last, set by every statement.';
comment on column queue.token_now.is_over is
  'Whether it is ACTIVE and its time, or the time to use it first, is over.';
comment on column queue.token_now.over_because is
  'The reason it is to end for, if it is over: NO_SHOW, SALE_CLOSED or TIME.';
