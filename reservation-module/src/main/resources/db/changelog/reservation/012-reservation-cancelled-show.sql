--liquibase formatted sql

--changeset frontrow:reservation-cancelled-show
-- Which of its reservations are refunded is in the reservations themselves; this is what there is to show of it.
create table reservation.cancelled_show (
  schedule_id     uuid        not null primary key,
  reason          text        not null,
  refunds_total   int         not null check (refunds_total >= 0),
  refunds_done    int         not null default 0,
  points_returned bigint      not null default 0 check (points_returned >= 0),
  started_at      timestamptz not null,
  finished_at     timestamptz,
  constraint cancelled_show_refunds_each_once check (refunds_done between 0 and refunds_total),
  constraint cancelled_show_is_finished_with_the_last_refund
    check ((finished_at is not null) = (refunds_done = refunds_total))
);
create index cancelled_show_being_refunded on reservation.cancelled_show (started_at) where finished_at is null;
comment on table reservation.cancelled_show is
  'One row a show that was cancelled, and how far its refunds are. Written and counted by the transactions that they are of.';
comment on column reservation.cancelled_show.schedule_id is 'The schedule that will not take place.';
comment on column reservation.cancelled_show.reason is 'Why, in the organiser''s words, copied from concert.';
comment on column reservation.cancelled_show.refunds_total is
  'How many reservations were confirmed when it was cancelled, those that cost nothing too.';
comment on column reservation.cancelled_show.refunds_done is 'How many of them are cancelled by now.';
comment on column reservation.cancelled_show.points_returned is 'Points that went back with them.';
comment on column reservation.cancelled_show.started_at is 'When the show was cancelled, by the database''s clock.';
comment on column reservation.cancelled_show.finished_at is
  'When the last refund was made, by the database''s clock; null while some are left.';

--changeset frontrow:reservation-seat-shown
create view reservation.seat_shown as
select s.id, s.schedule_id, s.section, s.section_position, s.row_label, s.number, s.price, s.reservation_id,
       case when c.schedule_id is null then s.state else 'BLOCKED' end as state
  from reservation.seat_now s
  left join reservation.cancelled_show c on c.schedule_id = s.schedule_id;
comment on view reservation.seat_shown is
  'Seats as whoever looks sees them at this instant: those of a cancelled show are BLOCKED, whatever they were.';
comment on column reservation.seat_shown.id is 'As in reservation.seat.';
comment on column reservation.seat_shown.schedule_id is 'As in reservation.seat.';
comment on column reservation.seat_shown.section is 'As in reservation.seat.';
comment on column reservation.seat_shown.section_position is 'As in reservation.seat.';
comment on column reservation.seat_shown.row_label is 'As in reservation.seat.';
comment on column reservation.seat_shown.number is 'As in reservation.seat.';
comment on column reservation.seat_shown.price is 'As in reservation.seat.';
comment on column reservation.seat_shown.reservation_id is 'As in reservation.seat_now.';
comment on column reservation.seat_shown.state is 'As in reservation.seat_now, and BLOCKED where the show is cancelled.';
