--liquibase formatted sql

--changeset frontrow:payment-fee
alter table payment.payment
  add column fee bigint not null default 0,
  add constraint payment_fee_of_refunded check (fee = 0 or fee between 0 and amount and status = 'REFUNDED');
comment on column payment.payment.fee is
  'Points of the amount that were kept when the rest was given back; 0 unless REFUNDED for a fee.';
comment on column payment.payment.refunded_at is
  'When its points were given back, less the fee, by the database''s clock; null unless REFUNDED.';
