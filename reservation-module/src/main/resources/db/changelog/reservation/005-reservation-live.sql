--liquibase formatted sql

--changeset frontrow:reservation-live
-- What a user has of a schedule is counted at each reservation; what is void and long past must not be read for it.
create index reservation_of_user_at_schedule on reservation.reservation (user_id, schedule_id)
  where status in ('PENDING_PAYMENT', 'CONFIRMED');
create or replace view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id, starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live,
       status
  from reservation.reservation;
comment on column reservation.reservation_now.status is 'As in reservation.reservation: as it is stored.';
