--liquibase formatted sql

--changeset frontrow:reservation-seat-now
create view reservation.seat_now as
select id, schedule_id, section, row_label, number, label, price,
       case when status = 'HELD' and hold_expires_at <= statement_timestamp() then 'AVAILABLE' else status end as state
  from reservation.seat;
comment on view reservation.seat_now is
  'Seats as they can be had at this instant: one whose hold is over is AVAILABLE, whoever held it.';
comment on column reservation.seat_now.id is 'As in reservation.seat.';
comment on column reservation.seat_now.schedule_id is 'As in reservation.seat.';
comment on column reservation.seat_now.section is 'As in reservation.seat.';
comment on column reservation.seat_now.row_label is 'As in reservation.seat.';
comment on column reservation.seat_now.number is 'As in reservation.seat.';
comment on column reservation.seat_now.label is 'As in reservation.seat.';
comment on column reservation.seat_now.price is 'As in reservation.seat.';
comment on column reservation.seat_now.state is 'The status, and AVAILABLE where the hold is over.';

--changeset frontrow:reservation-reservation-now
create view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id, starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live
  from reservation.reservation;
comment on view reservation.reservation_now is
  'Reservations as they are at this instant: one whose time is over is EXPIRED, whether or not anybody has tidied it up; live are those that are paid or can be paid still.';
comment on column reservation.reservation_now.id is 'As in reservation.reservation.';
comment on column reservation.reservation_now.sequence is 'As in reservation.reservation.';
comment on column reservation.reservation_now.user_id is 'As in reservation.reservation.';
comment on column reservation.reservation_now.concert_id is 'As in reservation.reservation.';
comment on column reservation.reservation_now.schedule_id is 'As in reservation.reservation.';
comment on column reservation.reservation_now.amount is 'As in reservation.reservation.';
comment on column reservation.reservation_now.hold_expires_at is 'As in reservation.reservation.';
comment on column reservation.reservation_now.created_at is 'As in reservation.reservation.';
comment on column reservation.reservation_now.payment_id is 'As in reservation.reservation.';
comment on column reservation.reservation_now.starts_at is 'As in reservation.reservation.';
comment on column reservation.reservation_now.state is 'The status, and EXPIRED where the time to pay is over.';
comment on column reservation.reservation_now.live is 'Whether it is paid, or can be paid still.';
