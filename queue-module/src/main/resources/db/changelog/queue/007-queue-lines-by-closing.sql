--liquibase formatted sql

--changeset frontrow:queue-lines-by-closing
-- Lines that have long closed are passed over, twice a second, however many there are.
create index line_by_closing on queue.line (closes_at);
