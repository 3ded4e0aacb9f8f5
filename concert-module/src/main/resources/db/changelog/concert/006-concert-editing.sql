--liquibase formatted sql

--changeset frontrow:concert-editing
-- What is published can be changed, so an instance remembers nothing for long, and need not know who wrote it: created_in stays for
-- an instance of the version before, which reads it beside this one while instances are replaced.
alter table concert.concert
  add column hidden  boolean not null default false,
  add column version bigint  not null default 1 check (version > 0);
alter table concert.schedule
  add column moved_from timestamptz,
  add constraint schedule_moved_from_elsewhere check (moved_from <> starts_at);

--changeset frontrow:concert-editing-comments
comment on table concert.concert is 'One row a concert, written when it is published; what may be changed of it, in place.';
comment on column concert.concert.hidden is 'Whether it is not there for anybody but admins.';
comment on column concert.concert.version is
  'Counts its changes and those of its schedules and sections, from 1; whoever changes any of them locks this row first.';
comment on column concert.concert.created_in is
  'The transaction that wrote the row. The version before this one asks for it; nobody else reads it.';
comment on table concert.schedule is
  'One row a schedule: a performance of a concert, and when its seats are sold; what may be changed of it, in place.';
comment on column concert.schedule.moved_from is
  'The start that it was published with; null where that is the present one.';
comment on column concert.section.price is 'Points that each of its seats costs whoever reserves from now on.';

--changeset frontrow:concert-schedule-moved splitStatements:false
drop view concert.schedule_now;
drop function concert.schedule_at(timestamptz);
create function concert.schedule_at(instant timestamptz)
returns table (id uuid, concert_id uuid, starts_at timestamptz, moved_from timestamptz, sales_open_at timestamptz,
               sales_close_at timestamptz, seat_count int, lowest_price bigint, sale_status text)
language sql stable as $$
  select s.id, s.concert_id, s.starts_at, s.moved_from, s.sales_open_at, s.sales_close_at, s.seat_count, s.lowest_price,
         case when instant < s.sales_open_at then 'UPCOMING'
              when instant < s.sales_close_at then 'OPEN'
              else 'CLOSED'
         end
    from concert.schedule s
$$;
comment on function concert.schedule_at(timestamptz) is
  'One row a schedule, with the status of its sale at an instant: a walk over the list goes by that of its first page.';
create view concert.schedule_now as
select id, concert_id, starts_at, moved_from, sales_open_at, sales_close_at, seat_count, lowest_price, sale_status
  from concert.schedule_at(statement_timestamp());
comment on view concert.schedule_now is
  'One row a schedule, with the status of its sale at the instant the statement began.';
comment on column concert.schedule_now.id is 'What names the schedule, in other modules too.';
comment on column concert.schedule_now.concert_id is 'The concert that is performed.';
comment on column concert.schedule_now.starts_at is 'When the performance starts.';
comment on column concert.schedule_now.moved_from is
  'The start that it was published with; null where that is the present one.';
comment on column concert.schedule_now.sales_open_at is
  'From this instant on its seats are sold, by the database''s clock.';
comment on column concert.schedule_now.sales_close_at is
  'From this instant on they are sold no more, by the database''s clock.';
comment on column concert.schedule_now.seat_count is 'How many seats its sections have together.';
comment on column concert.schedule_now.lowest_price is 'Points that the cheapest of its seats costs.';
comment on column concert.schedule_now.sale_status is
  'UPCOMING until the sale opens, OPEN until it closes, then CLOSED, by the database''s clock.';
