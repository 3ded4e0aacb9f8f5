--liquibase formatted sql

--changeset frontrow:reservation-failed-refund
create table reservation.failed_refund (
  reservation_id uuid        not null primary key,
  schedule_id    uuid        not null references reservation.cancelled_show (schedule_id),
  attempts       int         not null default 1 check (attempts > 0),
  retry_at       timestamptz not null
);
create index failed_refund_of_show on reservation.failed_refund (schedule_id);
comment on table reservation.failed_refund is
  'One row a paid reservation of a cancelled show whose refund has failed; gone with its refund.';
comment on column reservation.failed_refund.reservation_id is 'The reservation, which is still CONFIRMED.';
comment on column reservation.failed_refund.schedule_id is 'The show that it is for.';
comment on column reservation.failed_refund.attempts is 'How often its refund was tried in vain.';
comment on column reservation.failed_refund.retry_at is
  'When it is tried again, by the database''s clock; until then refunding passes it by.';
