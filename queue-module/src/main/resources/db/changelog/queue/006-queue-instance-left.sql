--liquibase formatted sql

--changeset frontrow:queue-instance-left
alter table queue.instance add column left_at timestamptz;

--changeset frontrow:queue-instance-left-comments
comment on table queue.instance is
  'One row an instance; silence counts up to what all have told that are there. Deleted some time after its last word.';
comment on column queue.instance.left_at is
  'When it told the others that it stops, and whom it had heard of until then; null while it is there.';
comment on column queue.line.watched_since is
  'Since when silence counts, by the database''s clock; anew where no instance wrote for half of abandoned-after.';
