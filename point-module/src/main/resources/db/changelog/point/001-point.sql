--liquibase formatted sql

--changeset frontrow:point-schema
create schema point;

--changeset frontrow:point-account
create table point.account (
  user_id text   not null primary key,
  balance bigint not null,
  constraint account_user_id_length check (length(user_id) between 1 and 255),
  constraint account_balance_not_negative check (balance >= 0)
) with (fillfactor = 50);

--changeset frontrow:point-ledger-entry
-- Only ever inserted into. The sequence is drawn while the account's row is locked, so within an account it is the order
-- in which the balance changed. For the same reason created_at is read off the clock at that moment: the time at which the
-- statement began may lie before the entry it had to wait for.
create table point.ledger_entry (
  id              uuid             not null primary key,
  sequence        bigint           not null generated always as identity,
  user_id         text             not null references point.account (user_id),
  type            text             not null,
  amount          bigint           not null,
  balance_after   bigint           not null,
  reference       text collate "C" not null,
  idempotency_key text,
  created_at      timestamptz      not null default clock_timestamp(),
  constraint ledger_entry_amount_fits_type check (
    case type when 'CHARGE' then amount > 0 when 'PAYMENT' then amount < 0 when 'REFUND' then amount > 0 else false end),
  constraint ledger_entry_key_of_charge check ((idempotency_key is not null) = (type = 'CHARGE')),
  constraint ledger_entry_balance_not_negative check (balance_after >= 0),
  constraint ledger_entry_idempotency_key unique (user_id, idempotency_key)
);
comment on column point.ledger_entry.amount is 'Points, signed: what it does to the balance.';
comment on column point.ledger_entry.reference is 'The payment''s id; of a charge its own.';
create unique index ledger_entry_of_user on point.ledger_entry (user_id, sequence desc);
create unique index ledger_entry_of_payment on point.ledger_entry (reference, type) where type in ('PAYMENT', 'REFUND');
