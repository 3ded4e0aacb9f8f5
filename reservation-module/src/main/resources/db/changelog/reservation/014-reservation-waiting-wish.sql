--liquibase formatted sql

--changeset frontrow:reservation-waiting-wish
-- However many wait, they wait for few different things. What fits is decided on these; then those who wait for it are looked up.
create table reservation.waiting_wish (
  id          bigint generated always as identity primary key,
  schedule_id uuid   not null references reservation.waiting_list (schedule_id),
  seats       int    not null check (seats > 0),
  sections    text[] check (cardinality(sections) > 0)
);
create index waiting_wish_by_schedule on reservation.waiting_wish (schedule_id, seats);
comment on table reservation.waiting_wish is
  'One row for each different thing that somebody at a schedule waits for, or has waited for.';
comment on column reservation.waiting_wish.id is 'What names the wish.';
comment on column reservation.waiting_wish.schedule_id is 'The schedule whose seats are wished for.';
comment on column reservation.waiting_wish.seats is 'How many seats are wished for, all or none.';
comment on column reservation.waiting_wish.sections is 'The sections that will do, in their order; null where all will.';
insert into reservation.waiting_wish (schedule_id, seats, sections)
select distinct schedule_id, seats, sections from reservation.waiting_entry;

alter table reservation.waiting_entry add column wish_id bigint references reservation.waiting_wish (id);
update reservation.waiting_entry e
   set wish_id = w.id
  from reservation.waiting_wish w
 where w.schedule_id = e.schedule_id and w.seats = e.seats and w.sections is not distinct from e.sections;
alter table reservation.waiting_entry alter column wish_id set not null;
create index waiting_entry_by_wish on reservation.waiting_entry (wish_id, number) where status = 'WAITING';
comment on column reservation.waiting_entry.wish_id is 'What is waited for.';

create or replace view reservation.waiting_entry_now as
select e.schedule_id, e.user_id, e.number, w.seats, w.sections, e.status, e.reservation_id, e.joined_at,
       case when e.status = 'WAITING' and l.closes_at <= statement_timestamp() then 'ENDED'
            when e.status = 'OFFERED'
             and not exists (select
                               from reservation.reservation_now r
                              where r.id = e.reservation_id and r.state = 'PENDING_PAYMENT') then 'ENDED'
            else e.status end as state
  from reservation.waiting_entry e
  join reservation.waiting_wish w on w.id = e.wish_id
  join reservation.waiting_list l on l.schedule_id = e.schedule_id;
comment on column reservation.waiting_entry_now.seats is 'As in reservation.waiting_wish.';
comment on column reservation.waiting_entry_now.sections is 'As in reservation.waiting_wish.';
alter table reservation.waiting_entry drop column seats, drop column sections;
