--liquibase formatted sql

--changeset frontrow:concert-ids
comment on column concert.concert.id is 'What names the concert, in other modules too; made with it, in the order of time.';
comment on column concert.schedule.id is 'What names the schedule, in other modules too; made with it, in the order of time.';
