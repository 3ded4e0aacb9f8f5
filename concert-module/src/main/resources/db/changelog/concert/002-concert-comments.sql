--liquibase formatted sql

--changeset frontrow:concert-concert-comments
comment on table concert.concert is 'One row a concert, written when it is published and never changed.';
comment on column concert.concert.id is 'What names the concert, in other modules too; drawn at random.';
comment on column concert.concert.title is 'What it is called, 1 to 200 characters.';
comment on column concert.concert.performer is 'Who performs, 1 to 200 characters.';
comment on column concert.concert.venue is 'Where it takes place, 1 to 200 characters.';
comment on column concert.concert.time_zone is
  'Id of the venue''s time zone, such as Asia/Seoul, for clients to show local times.';
comment on column concert.concert.created_at is 'When it was published, by the database''s clock.';
comment on column concert.concert.created_in is
  'The transaction that wrote the row. What only that one can see yet, no instance remembers.';

--changeset frontrow:concert-schedule-comments
comment on table concert.schedule is
  'One row a schedule: a performance of a concert, and when its seats are sold. Never changed.';
comment on column concert.schedule.id is 'What names the schedule, in other modules too; drawn at random.';
comment on column concert.schedule.concert_id is 'The concert that is performed.';
comment on column concert.schedule.starts_at is 'When the performance starts.';
comment on column concert.schedule.sales_open_at is
  'From this instant on its seats are sold, by the database''s clock.';
comment on column concert.schedule.sales_close_at is
  'From this instant on they are sold no more, by the database''s clock; at the start at the latest.';
comment on column concert.schedule.seat_count is 'How many seats its sections have together.';
comment on column concert.schedule.lowest_price is 'Points that the cheapest of its seats costs.';

--changeset frontrow:concert-section-comments
comment on table concert.section is
  'One row a section of a schedule: a block of seats of one price, in rows of equal length.';
comment on column concert.section.schedule_id is 'The schedule whose seats it lays out.';
comment on column concert.section.position is 'Its place in the order in which the admin gave the sections, from 1.';
comment on column concert.section.name is
  'What it is called, 1 to 20 characters; no other section of the schedule is called so.';
comment on column concert.section.rows is 'How many rows it has, numbered from 1.';
comment on column concert.section.seats_per_row is 'How many seats each row has, numbered from 1.';
comment on column concert.section.price is 'Points that each of its seats costs.';

--changeset frontrow:concert-schedule-now-comments
comment on view concert.schedule_now is
  'One row a schedule, with the status of its sale at the instant the statement began.';
comment on column concert.schedule_now.id is 'What names the schedule, in other modules too.';
comment on column concert.schedule_now.concert_id is 'The concert that is performed.';
comment on column concert.schedule_now.starts_at is 'When the performance starts.';
comment on column concert.schedule_now.sales_open_at is
  'From this instant on its seats are sold, by the database''s clock.';
comment on column concert.schedule_now.sales_close_at is
  'From this instant on they are sold no more, by the database''s clock.';
comment on column concert.schedule_now.seat_count is 'How many seats its sections have together.';
comment on column concert.schedule_now.lowest_price is 'Points that the cheapest of its seats costs.';
comment on column concert.schedule_now.sale_status is
  'UPCOMING until the sale opens, OPEN until it closes, then CLOSED, by the database''s clock.';
