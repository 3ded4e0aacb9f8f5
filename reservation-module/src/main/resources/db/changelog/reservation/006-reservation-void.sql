--liquibase formatted sql

--changeset frontrow:reservation-void
-- What ended unpaid is deleted once it is old enough, the oldest first.
create index reservation_void_by_end_of_hold on reservation.reservation (hold_expires_at)
  where status in ('EXPIRED', 'RELEASED');
comment on table reservation.reservation is
  'One row a reservation: seats of one schedule held for a user, and what became of them. Those that nobody paid are deleted some time after their holds.';
comment on column reservation.reservation.idempotency_key is
  'The Idempotency-Key it was made with, used once a user as long as the reservation is kept; null if there was none.';
