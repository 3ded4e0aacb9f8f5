--liquibase formatted sql

--changeset frontrow:queue-bucket-comment
comment on column queue.line.bucket_at is
  'Until when the bucket is filled, by the database''s clock; goes back with it.';
