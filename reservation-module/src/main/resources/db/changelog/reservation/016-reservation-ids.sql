--liquibase formatted sql

--changeset frontrow:reservation-ids
comment on column reservation.reservation.id is
  'What names the reservation, in other modules too; made with it, in the order of time.';
comment on column reservation.reservation.payment_id is
  'Its payment, opened in the same transaction; made with it, in the order of time.';
comment on column reservation.ticket.id is 'What names the ticket; made with it, in the order of time.';
comment on column reservation.block.id is 'What names the block; made with it, in the order of time.';
