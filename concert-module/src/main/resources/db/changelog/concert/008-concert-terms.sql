--liquibase formatted sql

--changeset frontrow:concert-terms
alter table concert.concert
  add column seats_per_user_max         int,
  add column refund_closes_before_start int not null default 0,
  add column refund_fee_percent         int not null default 0,
  add constraint concert_lets_a_user_have_seats check (seats_per_user_max between 1 and 100),
  add constraint concert_closes_refunds_before_the_start check (refund_closes_before_start between 0 and 31536000),
  add constraint concert_keeps_a_part check (refund_fee_percent between 0 and 100);
comment on column concert.concert.seats_per_user_max is
  'How many seats of a schedule one user may have, held or paid; null where it is the setting of the service.';
comment on column concert.concert.refund_closes_before_start is
  'How many seconds before the start what is reserved from now on can''t be cancelled any more.';
comment on column concert.concert.refund_fee_percent is
  'How much of the amount is kept where what is reserved from now on is cancelled.';

--changeset frontrow:concert-free
-- What costs nothing is sold like anything else.
alter table concert.schedule
  drop constraint if exists schedule_lowest_price_check,
  add constraint schedule_lowest_price_in_range check (lowest_price between 0 and 100000000) not valid;
alter table concert.section
  drop constraint if exists section_price_check,
  add constraint section_price_in_range check (price between 0 and 100000000) not valid;

--changeset frontrow:concert-free-valid
alter table concert.schedule validate constraint schedule_lowest_price_in_range;
alter table concert.section validate constraint section_price_in_range;
