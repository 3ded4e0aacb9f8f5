--liquibase formatted sql

--changeset frontrow:first
create table public.before (id int);

--changeset frontrow:second
-- After this change set the note of it can't be written.
create schema halfway;
alter table public.databasechangelog add column obligatory int not null default 0;
alter table public.databasechangelog alter column obligatory drop default;
