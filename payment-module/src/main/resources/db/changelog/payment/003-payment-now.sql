--liquibase formatted sql

--changeset frontrow:payment-payment-now
create view payment.payment_now as
select id, sequence, reservation_id, user_id, amount, admission, created_at, paid_at, balance_after,
       case when status = 'PENDING' and payable_until <= statement_timestamp() then 'EXPIRED' else status end as state
  from payment.payment;
comment on view payment.payment_now is
  'Payments as they are at this instant: one whose time is over is EXPIRED, whether or not anybody has tidied it up.';
comment on column payment.payment_now.id is 'As in payment.payment.';
comment on column payment.payment_now.sequence is 'As in payment.payment.';
comment on column payment.payment_now.reservation_id is 'As in payment.payment.';
comment on column payment.payment_now.user_id is 'As in payment.payment.';
comment on column payment.payment_now.amount is 'As in payment.payment.';
comment on column payment.payment_now.admission is 'As in payment.payment.';
comment on column payment.payment_now.created_at is 'As in payment.payment.';
comment on column payment.payment_now.paid_at is 'As in payment.payment.';
comment on column payment.payment_now.balance_after is 'As in payment.payment.';
comment on column payment.payment_now.state is 'The status, and EXPIRED where the time to pay is over.';
