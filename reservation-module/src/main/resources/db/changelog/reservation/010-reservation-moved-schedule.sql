--liquibase formatted sql

--changeset frontrow:reservation-moved-schedule
-- A row for the schedule, not a change of each of its reservations: whoever pays for one holds it locked.
create table reservation.moved_schedule (
  schedule_id uuid        not null primary key,
  starts_at   timestamptz not null
);
comment on table reservation.moved_schedule is
  'One row a schedule that was moved after it was published, with its present start, copied from concert.';
comment on column reservation.moved_schedule.schedule_id is 'The schedule that was moved.';
comment on column reservation.moved_schedule.starts_at is
  'When it starts now, whatever its reservations say; until then those that are paid can be cancelled.';
comment on column reservation.reservation.starts_at is
  'When the schedule was to start when this was reserved, copied from concert; moved_schedule says where it was moved to.';
comment on column reservation.seat.price is 'Points it costs whoever reserves it from now on.';

--changeset frontrow:reservation-now-moved
create or replace view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id,
       coalesce((select m.starts_at from reservation.moved_schedule m where m.schedule_id = r.schedule_id), r.starts_at)
         as starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live,
       status, given_by, given_because
  from reservation.reservation r;
comment on column reservation.reservation_now.starts_at is
  'When the schedule starts, wherever it was moved to; from then on a paid one can''t be cancelled.';
