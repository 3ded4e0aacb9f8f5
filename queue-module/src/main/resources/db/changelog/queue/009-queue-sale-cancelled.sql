--liquibase formatted sql

--changeset frontrow:queue-sale-cancelled
-- A concert whose shows are all cancelled has no sale at all.
alter table queue.line drop constraint if exists line_sale_check;
comment on column queue.line.sale is
  'When seats of the concert are sold, copied from concert: the windows of its schedules; empty where all of them are cancelled.';
