--liquibase formatted sql

--changeset frontrow:concert-kept-answer
-- The answer itself: whatever it was made of can be changed since. Admins ask seldom, so none is deleted.
create table concert.kept_answer (
  user_id         text        not null,
  operation       text        not null,
  idempotency_key text        not null,
  content         text        not null,
  version         bigint,
  answer          text,
  asked_at        timestamptz not null default statement_timestamp(),
  primary key (user_id, operation, idempotency_key),
  constraint kept_answer_is_whole check ((version is null) = (answer is null))
);
comment on table concert.kept_answer is
  'One row a request of an admin with an Idempotency-Key that was done, with what was answered, for whoever repeats it.';
comment on column concert.kept_answer.user_id is 'Who asked: the sub of the access token.';
comment on column concert.kept_answer.operation is 'Which operation was asked for; a key means nothing to the others.';
comment on column concert.kept_answer.idempotency_key is 'The Idempotency-Key, used once a user and operation.';
comment on column concert.kept_answer.content is 'Fingerprint of what was asked for, as it was understood.';
comment on column concert.kept_answer.version is
  'The version of the concert that was answered; null only within the transaction that does what is asked.';
comment on column concert.kept_answer.answer is
  'The concert that was answered, in JSON; null only within the transaction that does what is asked.';
comment on column concert.kept_answer.asked_at is 'When it was asked, by the database''s clock.';
