--liquibase formatted sql

--changeset frontrow:concert-schedule-changes
-- Beside the index of starts: when the clock changes next what is shown of any schedule.
create index schedule_by_sale_opening on concert.schedule (sales_open_at);
create index schedule_by_sale_closing on concert.schedule (sales_close_at);
