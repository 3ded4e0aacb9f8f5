--liquibase formatted sql

--changeset frontrow:payment-of-nothing
-- What costs nothing is paid like anything else.
alter table payment.payment drop constraint if exists payment_amount_positive;
alter table payment.payment add constraint payment_amount_not_negative check (amount >= 0) not valid;
comment on column payment.payment.amount is 'Points to be paid; 0 where it costs nothing, and then the ledger has no entry of it.';
comment on column payment.payment.admission is
  'What the line knows the payer by, empty where nobody stood in line; never read here.';

--changeset frontrow:payment-of-nothing-valid
alter table payment.payment validate constraint payment_amount_not_negative;
