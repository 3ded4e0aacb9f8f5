--liquibase formatted sql

--changeset frontrow:events-failed-publications
-- The job that tries again looks for these alone, each second, however many others there are.
create index event_publication_failed on events.event_publication (publication_date) where status = 'FAILED';
