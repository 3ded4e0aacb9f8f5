--liquibase formatted sql

--changeset frontrow:events-schema
create schema events;

--changeset frontrow:events-event-publication
-- The event publication registry of Spring Modulith, version 2 of its structure.
create table events.event_publication (
  id                     uuid        not null primary key,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_by_hash on events.event_publication using hash (serialized_event);
create index event_publication_by_completion on events.event_publication (completion_date);

--changeset frontrow:events-parked-event-publication
create table events.parked_event_publication (
  id                     uuid        not null primary key,
  sequence               bigint      not null generated always as identity unique,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_attempts    int,
  last_resubmission_date timestamptz,
  parked_at              timestamptz not null
);
