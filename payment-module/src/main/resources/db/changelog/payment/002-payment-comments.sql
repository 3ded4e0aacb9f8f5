--liquibase formatted sql

--changeset frontrow:payment-payment-comments
comment on table payment.payment is 'One row a payment: what is to be paid for a reservation, and what became of it.';
comment on column payment.payment.id is 'What names the payment, in other modules too; drawn at random by reservation.';
comment on column payment.payment.reservation_id is 'The reservation to be paid, which has no other payment.';
comment on column payment.payment.user_id is
  'Who made the reservation and alone may pay for it: the sub of the user''s access token.';
comment on column payment.payment.amount is 'Points to be paid, all at once.';
comment on column payment.payment.status is
  'PENDING, then PAID, CANCELLED (given up) or EXPIRED (not paid in time); from PAID on to REFUNDED.';
comment on column payment.payment.created_at is 'When reservation opened it, by the database''s clock.';
comment on column payment.payment.paid_at is
  'When it was paid, by the database''s clock; null unless PAID or REFUNDED.';
comment on column payment.payment.refunded_at is
  'When its points were given back, by the database''s clock; null unless REFUNDED.';
