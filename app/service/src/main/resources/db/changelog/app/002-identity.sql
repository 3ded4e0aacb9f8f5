--liquibase formatted sql

--changeset frontrow:identity-schema
create schema identity;

--changeset frontrow:identity-demo-signing-key
-- The key that signs the demo's access tokens, made by whichever instance starts first. Without demo mode nobody reads it.
create table identity.demo_signing_key (
  id         smallint    not null primary key check (id = 1),
  jwk        text        not null,
  created_at timestamptz not null default statement_timestamp()
);
