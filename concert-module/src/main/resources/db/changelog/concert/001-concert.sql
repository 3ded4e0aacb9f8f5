--liquibase formatted sql

--changeset frontrow:concert-schema
create schema concert;

--changeset frontrow:concert-concert
-- created_in: the transaction that wrote the row. What only that one can see yet must not be remembered by an instance.
create table concert.concert (
  id         uuid        not null primary key,
  title      text        not null check (char_length(title) between 1 and 200),
  performer  text        not null check (char_length(performer) between 1 and 200),
  venue      text        not null check (char_length(venue) between 1 and 200),
  time_zone  text        not null,
  created_at timestamptz not null default statement_timestamp(),
  created_in xid8        not null default pg_current_xact_id()
);

--changeset frontrow:concert-schedule
create table concert.schedule (
  id             uuid        not null primary key,
  concert_id     uuid        not null references concert.concert (id),
  starts_at      timestamptz not null,
  sales_open_at  timestamptz not null,
  sales_close_at timestamptz not null,
  seat_count     int         not null check (seat_count between 1 and 100000),
  lowest_price   bigint      not null check (lowest_price between 1 and 100000000),
  constraint schedule_sells_before_it_starts check (sales_open_at < sales_close_at and sales_close_at <= starts_at)
);
-- The list walks along the first and asks the second whether a concert has an earlier (or a later) start.
create index schedule_by_start on concert.schedule (starts_at, concert_id);
create index schedule_of_concert on concert.schedule (concert_id, starts_at, id);

--changeset frontrow:concert-section
create table concert.section (
  schedule_id   uuid   not null references concert.schedule (id),
  position      int    not null check (position between 1 and 100),
  name          text   not null check (char_length(name) between 1 and 20),
  rows          int    not null check (rows >= 1),
  seats_per_row int    not null check (seats_per_row >= 1),
  price         bigint not null check (price between 1 and 100000000),
  primary key (schedule_id, position),
  constraint section_names_differ unique (schedule_id, name)
);

--changeset frontrow:concert-schedule-now
-- The one place that says what a schedule's sale status is, by the database's clock.
create view concert.schedule_now as
select id, concert_id, starts_at, sales_open_at, sales_close_at, seat_count, lowest_price,
       case when statement_timestamp() < sales_open_at then 'UPCOMING'
            when statement_timestamp() < sales_close_at then 'OPEN'
            else 'CLOSED'
       end as sale_status
  from concert.schedule;
