--liquibase formatted sql

--changeset frontrow:reservation-waiting
-- The row of a list is what is locked by whoever joins it, leaves it or offers; whoever reserves reads it alone.
create table reservation.waiting_list (
  schedule_id uuid        not null primary key,
  closes_at   timestamptz not null,
  sequence    bigint      not null default 0,
  looked_at   timestamptz not null default 'epoch'
) with (fillfactor = 50);
comment on table reservation.waiting_list is
  'One row a schedule for whose seats somebody has waited, or whose sale was changed.';
comment on column reservation.waiting_list.schedule_id is 'The schedule whose seats are waited for.';
comment on column reservation.waiting_list.closes_at is
  'When its sale closes, copied from concert; from then on nobody waits, whatever the entries say.';
comment on column reservation.waiting_list.sequence is
  'Counts the wishes that came or were changed; an entry''s number is drawn from it. Who reserves sees by it whether somebody came meanwhile.';
comment on column reservation.waiting_list.looked_at is
  'When it was last found that no wish fits, so that all instances together look no more often than one.';

create table reservation.waiting_entry (
  schedule_id    uuid        not null references reservation.waiting_list (schedule_id),
  user_id        text        not null,
  number         bigint      not null,
  seats          int         not null check (seats > 0),
  sections       text[]      check (cardinality(sections) > 0),
  status         text        not null check (status in ('WAITING', 'OFFERED', 'ENDED')),
  reservation_id uuid,
  joined_at      timestamptz not null,
  constraint waiting_entry_is_one_a_user primary key (schedule_id, user_id),
  constraint waiting_entry_has_an_offer check (
       status = 'WAITING' and reservation_id is null
    or status = 'OFFERED' and reservation_id is not null
    or status = 'ENDED')
) with (fillfactor = 80);
create unique index waiting_entry_in_order on reservation.waiting_entry (schedule_id, number) where status = 'WAITING';
comment on table reservation.waiting_entry is
  'One row a user and schedule: what they wait for or have waited for. Whoever joins anew has the row written over.';
comment on column reservation.waiting_entry.schedule_id is 'The schedule whose seats are waited for.';
comment on column reservation.waiting_entry.user_id is 'Who waits: the sub of the user''s access token.';
comment on column reservation.waiting_entry.number is 'The place in the order of joining; ascends.';
comment on column reservation.waiting_entry.seats is 'How many seats are wished for, all or none.';
comment on column reservation.waiting_entry.sections is 'The sections that will do; null where all will.';
comment on column reservation.waiting_entry.status is
  'WAITING, then OFFERED or ENDED. OFFERED stays when the offer is paid, released or over: the reservation tells.';
comment on column reservation.waiting_entry.reservation_id is 'The offer; null while there was none.';
comment on column reservation.waiting_entry.joined_at is 'When it was joined, by the database''s clock.';

--changeset frontrow:reservation-offer
alter table reservation.reservation add column offer boolean not null default false;
comment on column reservation.reservation.offer is 'Whether its seats were offered to somebody who waited for them.';

--changeset frontrow:reservation-waiting-entry-now
create view reservation.waiting_entry_now as
select e.schedule_id, e.user_id, e.number, e.seats, e.sections, e.status, e.reservation_id, e.joined_at,
       case when e.status = 'WAITING' and l.closes_at <= statement_timestamp() then 'ENDED'
            when e.status = 'OFFERED'
             and not exists (select
                               from reservation.reservation_now r
                              where r.id = e.reservation_id and r.state = 'PENDING_PAYMENT') then 'ENDED'
            else e.status end as state
  from reservation.waiting_entry e
  join reservation.waiting_list l on l.schedule_id = e.schedule_id;
comment on view reservation.waiting_entry_now is
  'Entries as they are at this instant: one whose sale is closed is ENDED, and one whose offer is not to be paid any more.';
comment on column reservation.waiting_entry_now.schedule_id is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.user_id is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.number is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.seats is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.sections is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.status is 'As in reservation.waiting_entry: as it is stored.';
comment on column reservation.waiting_entry_now.reservation_id is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.joined_at is 'As in reservation.waiting_entry.';
comment on column reservation.waiting_entry_now.state is
  'The status, and ENDED where the sale is closed or the offer paid, released or over.';

--changeset frontrow:reservation-now-offer
create or replace view reservation.reservation_now as
select id, sequence, user_id, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id, starts_at,
       case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp() then 'EXPIRED' else status end
         as state,
       status = 'CONFIRMED' or status = 'PENDING_PAYMENT' and hold_expires_at > statement_timestamp() as live,
       status, given_by, given_because, seats_per_user_max, refund_closes_before_start, refund_fee_percent,
       cancelled_because, fee, offer
  from reservation.reservation;
comment on column reservation.reservation_now.offer is 'As in reservation.reservation.';
