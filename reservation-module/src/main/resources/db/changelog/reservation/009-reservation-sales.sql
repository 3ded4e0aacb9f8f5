--liquibase formatted sql

--changeset frontrow:reservation-sales
create or replace view reservation.seat_now as
select id, schedule_id, section, row_label, number, label, price,
       case when status = 'HELD' and hold_expires_at <= statement_timestamp() then 'AVAILABLE' else status end as state,
       section_position, reservation_id
  from reservation.seat;
comment on column reservation.seat_now.section_position is 'As in reservation.seat.';
comment on column reservation.seat_now.reservation_id is
  'As in reservation.seat: of a seat whose hold is over still the one that held it.';
