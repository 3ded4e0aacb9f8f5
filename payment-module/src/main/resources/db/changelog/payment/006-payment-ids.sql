--liquibase formatted sql

--changeset frontrow:payment-ids
comment on column payment.payment.id is 'What names the payment, in other modules too; made by reservation, in the order of time.';
