--liquibase formatted sql

--changeset frontrow:reservation-block
-- A block is there as long as a seat is in it. Its row stays: it remembers the key that the block was made with.
create table reservation.block (
  id              uuid        primary key,
  sequence        bigint      generated always as identity,
  schedule_id     uuid        not null,
  seat_ids        bigint[]    not null check (cardinality(seat_ids) > 0),
  reason          text        not null,
  made_by         text        not null,
  idempotency_key text,
  created_at      timestamptz not null default statement_timestamp(),
  constraint block_key_is_used_once unique (made_by, idempotency_key)
);
create index block_by_schedule on reservation.block (schedule_id, sequence);
comment on table reservation.block is
  'One row a block: seats of one schedule that an organiser took out of the sale, and why. It is over once no seat is in it.';
comment on column reservation.block.id is 'What names the block; drawn at random.';
comment on column reservation.block.sequence is 'The order in which blocks were made, for lists.';
comment on column reservation.block.schedule_id is 'The schedule whose seats these are.';
comment on column reservation.block.seat_ids is
  'The seats it was made of. Which are in it still is in reservation.seat.';
comment on column reservation.block.reason is 'Why, in the organiser''s words.';
comment on column reservation.block.made_by is 'Who made it: the sub of the organiser''s access token.';
comment on column reservation.block.idempotency_key is
  'The Idempotency-Key it was made with, used once an organiser; null if there was none.';
comment on column reservation.block.created_at is 'When it was made, by the database''s clock.';

--changeset frontrow:reservation-seat-block
-- A claim of a seat that is for sale leaves block_id as it is, so it stays on its page.
alter table reservation.seat add column block_id uuid;
create index seat_by_block on reservation.seat (block_id) where block_id is not null;
alter table reservation.seat drop constraint seat_is_held_by_somebody_for_a_time;
alter table reservation.seat add constraint seat_is_in_one_state check (
     status = 'AVAILABLE' and reservation_id is null and hold_expires_at is null and block_id is null
  or status = 'HELD' and reservation_id is not null and hold_expires_at is not null and block_id is null
  or status = 'SOLD' and reservation_id is not null and hold_expires_at is null and block_id is null
  or status = 'BLOCKED' and reservation_id is null and hold_expires_at is null and block_id is not null) not valid;
comment on column reservation.seat.block_id is 'The block that keeps it out of the sale; null unless BLOCKED.';
comment on column reservation.seat.status is
  'AVAILABLE, HELD by a reservation for a time, SOLD to one, or BLOCKED: not for sale. After its hold it can be had, still HELD.';
comment on column reservation.seat.reservation_id is
  'The reservation that holds it or has bought it; null otherwise.';

--changeset frontrow:reservation-seat-block-valid
alter table reservation.seat validate constraint seat_is_in_one_state;
