--liquibase formatted sql

--changeset frontrow:reservation-schema
create schema reservation;

--changeset frontrow:reservation-seat
-- Ids ascend in the order of the layout. What changes is in no index, so a change stays on its page.
create table reservation.seat (
  id               bigint      generated always as identity primary key,
  schedule_id      uuid        not null,
  section          text        not null,
  section_position int         not null,
  row_label        text        not null,
  number           int         not null,
  label            text        not null,
  price            bigint      not null check (price > 0),
  status           text        not null default 'AVAILABLE',
  reservation_id   uuid,
  hold_expires_at  timestamptz,
  constraint seat_is_held_by_somebody_for_a_time check (
       status = 'AVAILABLE' and reservation_id is null and hold_expires_at is null
    or status = 'HELD' and reservation_id is not null and hold_expires_at is not null
    or status = 'SOLD' and reservation_id is not null and hold_expires_at is null)
) with (fillfactor = 80);
create index seat_by_schedule on reservation.seat (schedule_id);

--changeset frontrow:reservation-reservation
-- sequence is the order in which reservations were made; lists are paged by it.
create table reservation.reservation (
  id              uuid        primary key,
  sequence        bigint      generated always as identity unique,
  user_id         text        not null,
  concert_id      uuid        not null,
  schedule_id     uuid        not null,
  status          text        not null
    check (status in ('PENDING_PAYMENT', 'CONFIRMED', 'EXPIRED', 'RELEASED', 'CANCELLED')),
  amount          bigint      not null check (amount > 0),
  hold_expires_at timestamptz not null,
  created_at      timestamptz not null,
  payment_id      uuid        not null unique,
  admission       text        not null,
  starts_at       timestamptz not null,
  idempotency_key text,
  constraint reservation_key_is_used_once unique (user_id, idempotency_key)
) with (fillfactor = 90);
create index reservation_by_user on reservation.reservation (user_id, sequence);
create index reservation_by_end_of_hold on reservation.reservation (hold_expires_at)
  where status = 'PENDING_PAYMENT';

--changeset frontrow:reservation-ticket
-- A seat whose hold is over is taken over in place, so unpaid tickets of one seat may be many; a paid one is the only one.
create table reservation.ticket (
  id             uuid   primary key,
  reservation_id uuid   not null references reservation.reservation (id),
  seat_id        bigint not null references reservation.seat (id),
  position       int    not null,
  seat_label     text   not null,
  price          bigint not null check (price > 0),
  status         text   not null check (status in ('UNPAID', 'PAID', 'VOID')),
  constraint ticket_position_is_used_once unique (reservation_id, position)
) with (fillfactor = 90);
create unique index ticket_seat_is_paid_once on reservation.ticket (seat_id) where status = 'PAID';
