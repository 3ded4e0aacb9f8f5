--liquibase formatted sql

--changeset frontrow:concert-cancellation
alter table concert.schedule
  add column cancelled_because text,
  add column cancelled_at      timestamptz,
  add constraint schedule_is_cancelled_for_a_reason check ((cancelled_at is null) = (cancelled_because is null));
comment on column concert.schedule.cancelled_because is
  'Why it will not take place, in the organiser''s words; null where it will.';
comment on column concert.schedule.cancelled_at is
  'When it was cancelled, by the database''s clock; null where it was not. Never undone.';

--changeset frontrow:concert-schedule-cancelled splitStatements:false
drop view concert.schedule_now;
drop function concert.schedule_at(timestamptz);
create function concert.schedule_at(instant timestamptz)
returns table (id uuid, concert_id uuid, starts_at timestamptz, moved_from timestamptz, sales_open_at timestamptz,
               sales_close_at timestamptz, seat_count int, lowest_price bigint, sale_status text,
               cancelled_because text, cancelled_at timestamptz)
language sql stable as $$
  select s.id, s.concert_id, s.starts_at, s.moved_from, s.sales_open_at, s.sales_close_at, s.seat_count, s.lowest_price,
         case when s.cancelled_at <= instant then 'CANCELLED'
              when instant < s.sales_open_at then 'UPCOMING'
              when instant < s.sales_close_at then 'OPEN'
              else 'CLOSED'
         end,
         s.cancelled_because, s.cancelled_at
    from concert.schedule s
$$;
comment on function concert.schedule_at(timestamptz) is
  'One row a schedule, with the status of its sale at an instant: a walk over the list goes by that of its first page.';
create view concert.schedule_now as
select id, concert_id, starts_at, moved_from, sales_open_at, sales_close_at, seat_count, lowest_price, sale_status,
       cancelled_because, cancelled_at
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
  'CANCELLED since it is; otherwise UPCOMING until the sale opens, OPEN until it closes, then CLOSED, by the database''s clock.';
comment on column concert.schedule_now.cancelled_because is 'As in concert.schedule.';
comment on column concert.schedule_now.cancelled_at is 'As in concert.schedule.';
