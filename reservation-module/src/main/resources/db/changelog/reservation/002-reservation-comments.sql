--liquibase formatted sql

--changeset frontrow:reservation-seat-comments
comment on table reservation.seat is
  'One row a seat of a schedule, written in the transaction that publishes the concert.';
comment on column reservation.seat.id is 'What names the seat; ascends in the order of the layout.';
comment on column reservation.seat.schedule_id is 'The schedule at which it can be had.';
comment on column reservation.seat.section is 'Name of its section.';
comment on column reservation.seat.section_position is 'Place of its section in the layout, from 1.';
comment on column reservation.seat.row_label is 'The number of its row within the section, from 1, as text.';
comment on column reservation.seat.number is 'Its number within the row, from 1.';
comment on column reservation.seat.label is
  'What it is called: section, row and number with hyphens between, such as A-3-12.';
comment on column reservation.seat.price is 'Points it costs.';
comment on column reservation.seat.status is
  'AVAILABLE, HELD by a reservation for a time, or SOLD to one. After its hold it can be had, still HELD.';
comment on column reservation.seat.reservation_id is
  'The reservation that holds it or has bought it; null while AVAILABLE.';
comment on column reservation.seat.hold_expires_at is
  'When its hold is over, swept or not, by the database''s clock; null unless HELD.';

--changeset frontrow:reservation-reservation-comments
comment on table reservation.reservation is
  'One row a reservation: seats of one schedule held for a user, and what became of them.';
comment on column reservation.reservation.id is 'What names the reservation, in other modules too; drawn at random.';
comment on column reservation.reservation.sequence is 'The order in which reservations were made, for lists.';
comment on column reservation.reservation.user_id is 'Who made it: the sub of the user''s access token.';
comment on column reservation.reservation.concert_id is
  'The concert of the schedule, in whose line the user was admitted.';
comment on column reservation.reservation.schedule_id is 'The schedule whose seats these are.';
comment on column reservation.reservation.status is
  'PENDING_PAYMENT, then CONFIRMED (paid), RELEASED (given up) or EXPIRED; from CONFIRMED on to CANCELLED.';
comment on column reservation.reservation.amount is 'Points that its seats cost together.';
comment on column reservation.reservation.hold_expires_at is
  'From this instant on it can''t be paid any more, by the database''s clock, whatever its status says.';
comment on column reservation.reservation.created_at is 'When it was made, by the database''s clock.';
comment on column reservation.reservation.payment_id is 'Its payment, opened in the same transaction; drawn at random.';
comment on column reservation.reservation.admission is
  'What the line knows the user''s token by; handed on to payment, never read here.';
comment on column reservation.reservation.starts_at is
  'When the schedule starts, copied from concert; from then on it can''t be cancelled.';
comment on column reservation.reservation.idempotency_key is
  'The Idempotency-Key it was made with, used once a user for ever; null if there was none.';

--changeset frontrow:reservation-ticket-comments
comment on table reservation.ticket is 'One row a seat of a reservation.';
comment on column reservation.ticket.id is 'What names the ticket; drawn at random.';
comment on column reservation.ticket.reservation_id is 'The reservation it belongs to.';
comment on column reservation.ticket.seat_id is
  'Its seat. Several tickets may have the same one, but only one of them PAID.';
comment on column reservation.ticket.position is
  'Its place among the reservation''s tickets, from 1, in the order of the layout.';
comment on column reservation.ticket.seat_label is 'Label of the seat, as it was when reserved.';
comment on column reservation.ticket.price is 'Points the seat was reserved for.';
comment on column reservation.ticket.status is
  'UNPAID while its reservation is PENDING_PAYMENT, PAID while CONFIRMED, otherwise VOID.';
