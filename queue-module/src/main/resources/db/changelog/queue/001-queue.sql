--liquibase formatted sql

--changeset frontrow:queue-schema
create schema queue;

--changeset frontrow:queue-line
-- The end of a line, where numbers are given out: locked by a batch of joins until its commit.
create table queue.line_number (
  concert_id  uuid   not null primary key,
  last_number bigint not null default 0 check (last_number >= 0)
);

-- The front of a line: settings and admission. A row of its own, so that joining never holds admission up.
create table queue.line (
  concert_id            uuid             not null primary key,
  sale                  tstzmultirange   not null check (not isempty(sale)),
  closes_at             timestamptz      not null,
  max_active            int              not null check (max_active >= 0),
  admissions_per_second int              not null check (admissions_per_second >= 0),
  paused                boolean          not null default false,
  revision              bigint           not null default 0,
  bucket                double precision not null check (bucket >= 0),
  bucket_at             timestamptz      not null default statement_timestamp(),
  admitted_total        bigint           not null default 0,
  expired_deleted       bigint           not null default 0,
  completed_deleted     bigint           not null default 0,
  watched_since         timestamptz      not null default statement_timestamp()
);

--changeset frontrow:queue-token
-- changed: the transaction that wrote the row last; instances follow the lines by it, so every statement must set it.
create table queue.token (
  concert_id  uuid        not null,
  number      bigint      not null check (number > 0),
  user_id     text        not null,
  status      text        not null check (status in ('WAITING', 'ACTIVE', 'ENDED')),
  issued_at   timestamptz not null default statement_timestamp(),
  admitted_at timestamptz,
  expires_at  timestamptz,
  no_show_at  timestamptz,
  ended_at    timestamptz,
  reason      text check (reason in ('PAID', 'TIME', 'NO_SHOW', 'GIVEN_UP', 'ABANDONED', 'SALE_CLOSED')),
  changed     xid8        not null default pg_current_xact_id(),
  primary key (concert_id, number),
  check (status <> 'WAITING' or (admitted_at is null and expires_at is null and no_show_at is null)),
  check (status <> 'ACTIVE' or (admitted_at is not null and expires_at is not null)),
  check ((status = 'ENDED') = (ended_at is not null)),
  check ((status = 'ENDED') = (reason is not null))
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create unique index token_live_by_user on queue.token (concert_id, user_id) where status <> 'ENDED';
create index token_by_change on queue.token (changed);
create index token_waiting on queue.token (concert_id, number) where status = 'WAITING';
create index token_active on queue.token (concert_id, number) where status = 'ACTIVE';
create index token_ended on queue.token (ended_at) where status = 'ENDED';

--changeset frontrow:queue-admission
-- One row a step: the proof that the cap in force was kept.
create table queue.admission (
  concert_id   uuid        not null,
  first_number bigint      not null,
  last_number  bigint      not null,
  at           timestamptz not null default statement_timestamp(),
  admitted     int         not null check (admitted > 0),
  active_after int         not null check (active_after >= admitted),
  max_active   int         not null check (max_active >= 0),
  primary key (concert_id, first_number),
  check (last_number >= first_number + admitted - 1),
  check (active_after <= max_active)
);
create index admission_by_time on queue.admission (at);

--changeset frontrow:queue-presence
-- Who was heard of: a compressed set of numbers (64-bit Roaring bitmap), a row for each time an instance writes.
create table queue.presence (
  concert_id  uuid        not null,
  instance_id uuid        not null,
  written_at  timestamptz not null default statement_timestamp(),
  numbers     bytea       not null,
  primary key (concert_id, instance_id, written_at)
);
create index presence_by_time on queue.presence (written_at);

--changeset frontrow:queue-instance
-- When each running instance last wrote who it had heard of, be it nobody.
create table queue.instance (
  instance_id uuid        not null primary key,
  written_at  timestamptz not null default statement_timestamp()
);

--changeset frontrow:queue-signing-key
-- The key that all instances share where none is configured.
create table queue.signing_key (
  id     int   not null primary key check (id = 1),
  secret bytea not null check (length(secret) >= 32)
);
