--liquibase formatted sql

--changeset frontrow:concert-schedule-at splitStatements:false
-- The one place that says what a schedule's sale status is. The database puts its text in the place of each call.
create function concert.schedule_at(instant timestamptz)
returns table (id uuid, concert_id uuid, starts_at timestamptz, sales_open_at timestamptz, sales_close_at timestamptz,
               seat_count int, lowest_price bigint, sale_status text)
language sql stable as $$
  select s.id, s.concert_id, s.starts_at, s.sales_open_at, s.sales_close_at, s.seat_count, s.lowest_price,
         case when instant < s.sales_open_at then 'UPCOMING'
              when instant < s.sales_close_at then 'OPEN'
              else 'CLOSED'
         end
    from concert.schedule s
$$;
comment on function concert.schedule_at(timestamptz) is
  'One row a schedule, with the status of its sale at an instant: a walk over the list goes by that of its first page.';

--changeset frontrow:concert-schedule-now-by-instant
create or replace view concert.schedule_now as
select id, concert_id, starts_at, sales_open_at, sales_close_at, seat_count, lowest_price, sale_status
  from concert.schedule_at(statement_timestamp());
