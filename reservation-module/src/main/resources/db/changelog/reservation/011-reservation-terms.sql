--liquibase formatted sql

--changeset frontrow:reservation-terms
-- What was reserved before this version could have any limit there may be, and was given back in full until the start.
alter table reservation.reservation
  add column seats_per_user_max         int    not null default 100,
  add column refund_closes_before_start int    not null default 0,
  add column refund_fee_percent         int    not null default 0,
  add column cancelled_because          text,
  add column fee                        bigint not null default 0,
  add constraint reservation_limit_in_range check (seats_per_user_max between 1 and 100),
  add constraint reservation_closes_before_the_start check (refund_closes_before_start between 0 and 31536000),
  add constraint reservation_keeps_a_part check (refund_fee_percent between 0 and 100),
  add constraint reservation_cancelled_because_known check (cancelled_because in ('BUYER', 'SHOW_CANCELLED')),
  add constraint reservation_fee_of_cancelled check (fee = 0 or fee between 0 and amount and status = 'CANCELLED');
comment on column reservation.reservation.seats_per_user_max is
  'How many seats of the schedule one user could have when this was reserved; 100 where an earlier version did not note it.';
comment on column reservation.reservation.refund_closes_before_start is
  'How many seconds before starts_at it can''t be cancelled any more, as it was when this was reserved.';
comment on column reservation.reservation.refund_fee_percent is
  'How much of the amount is kept when it is cancelled, as it was when this was reserved.';
comment on column reservation.reservation.cancelled_because is
  'Of a CANCELLED one, BUYER: it alone, also where this is null. SHOW_CANCELLED: there is no show, RELEASED ones too. Null otherwise.';
comment on column reservation.reservation.fee is
  'Points of the amount that were kept when the rest was given back; 0 unless CANCELLED for a fee.';

--changeset frontrow:reservation-moved-at
alter table reservation.moved_schedule
  add column moved_at timestamptz not null default statement_timestamp();
comment on column reservation.moved_schedule.starts_at is
  'When it starts now. What was reserved before it was moved can be cancelled in full until then, once paid.';
comment on column reservation.moved_schedule.moved_at is 'When it was moved last, by the database''s clock.';
comment on column reservation.reservation.starts_at is
  'When the schedule was to start when this was reserved, copied from concert; moved_schedule says whether it was moved since.';

--changeset frontrow:reservation-free
-- Seats can cost nothing.
alter table reservation.seat
  drop constraint if exists seat_price_check,
  add constraint seat_price_not_negative check (price >= 0) not valid;
comment on column reservation.reservation.amount is 'Points that its seats cost together; 0 where they cost nothing.';

--changeset frontrow:reservation-free-valid
alter table reservation.seat validate constraint seat_price_not_negative;

--changeset frontrow:reservation-now-terms
create or replace view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id, starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live,
       status, given_by, given_because, seats_per_user_max, refund_closes_before_start, refund_fee_percent,
       cancelled_because, fee
  from reservation.reservation;
comment on column reservation.reservation_now.starts_at is 'As in reservation.reservation.';
comment on column reservation.reservation_now.seats_per_user_max is 'As in reservation.reservation.';
comment on column reservation.reservation_now.refund_closes_before_start is 'As in reservation.reservation.';
comment on column reservation.reservation_now.refund_fee_percent is 'As in reservation.reservation.';
comment on column reservation.reservation_now.cancelled_because is 'As in reservation.reservation.';
comment on column reservation.reservation_now.fee is 'As in reservation.reservation.';
