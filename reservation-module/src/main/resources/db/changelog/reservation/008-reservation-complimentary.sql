--liquibase formatted sql

--changeset frontrow:reservation-complimentary
-- Complimentary tickets cost nothing. Only such a reservation names who gave it, so the index of keys has no other in it.
alter table reservation.reservation
  add column given_by text,
  add column given_because text,
  add column given_key text,
  drop constraint if exists reservation_amount_check,
  add constraint reservation_amount_not_negative check (amount >= 0) not valid,
  add constraint reservation_is_given_by_somebody_for_nothing check (
       given_by is null and given_because is null and given_key is null
    or given_by is not null and given_because is not null and amount = 0) not valid;
alter table reservation.ticket
  drop constraint if exists ticket_price_check,
  add constraint ticket_price_not_negative check (price >= 0) not valid;
create unique index reservation_given_key_is_used_once on reservation.reservation (given_by, given_key)
  where given_key is not null;
create index reservation_by_schedule on reservation.reservation (schedule_id, sequence);
comment on column reservation.reservation.given_by is
  'The organiser who gave it, the sub of their access token; null unless its tickets are complimentary.';
comment on column reservation.reservation.given_because is
  'Why it was given, in the organiser''s words; null unless its tickets are complimentary.';
comment on column reservation.reservation.given_key is
  'The Idempotency-Key it was given with, used once an organiser; null if there was none.';
comment on column reservation.reservation.amount is
  'Points that its seats cost together; 0 where its tickets are complimentary.';
create or replace view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id, starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live,
       status, given_by, given_because
  from reservation.reservation;
comment on column reservation.reservation_now.given_by is 'As in reservation.reservation.';
comment on column reservation.reservation_now.given_because is 'As in reservation.reservation.';

--changeset frontrow:reservation-complimentary-valid
alter table reservation.reservation validate constraint reservation_amount_not_negative;
alter table reservation.reservation validate constraint reservation_is_given_by_somebody_for_nothing;
alter table reservation.ticket validate constraint ticket_price_not_negative;
