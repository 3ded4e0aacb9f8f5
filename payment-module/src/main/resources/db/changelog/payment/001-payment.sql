--liquibase formatted sql

--changeset frontrow:payment-schema
create schema payment;

--changeset frontrow:payment-payment
create table payment.payment (
  id             uuid        not null primary key,
  sequence       bigint      not null generated always as identity,
  reservation_id uuid        not null,
  user_id        text        not null,
  amount         bigint      not null,
  status         text        not null default 'PENDING',
  payable_until  timestamptz not null,
  admission      text        not null,
  created_at     timestamptz not null default statement_timestamp(),
  paid_at        timestamptz,
  balance_after  bigint,
  refunded_at    timestamptz,
  constraint payment_reservation_key unique (reservation_id),
  constraint payment_user_id_length check (length(user_id) between 1 and 255),
  constraint payment_amount_positive check (amount > 0),
  constraint payment_status_known check (status in ('PENDING', 'PAID', 'EXPIRED', 'CANCELLED', 'REFUNDED')),
  constraint payment_paid_at_of_paid check ((paid_at is not null) = (status in ('PAID', 'REFUNDED'))),
  constraint payment_balance_of_paid check ((balance_after is not null) = (status in ('PAID', 'REFUNDED'))),
  constraint payment_balance_not_negative check (balance_after >= 0),
  constraint payment_refunded_at_of_refunded check ((refunded_at is not null) = (status = 'REFUNDED'))
) with (fillfactor = 80);
comment on column payment.payment.sequence is 'The order of creation, for lists.';
comment on column payment.payment.payable_until is 'From this instant on it can''t be paid any more, whatever its status says.';
comment on column payment.payment.admission is 'What the line knows the payer by; never read here.';
comment on column payment.payment.balance_after is 'The payer''s points after paying, for the receipt.';
create unique index payment_of_user on payment.payment (user_id, sequence desc);
