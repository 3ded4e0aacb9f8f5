--liquibase formatted sql

--changeset frontrow:point-account-comments
comment on table point.account is 'One row a user who ever had points.';
comment on column point.account.user_id is 'Whose account it is: the sub of the user''s access token.';
comment on column point.account.balance is
  'Points in it: the sum of its ledger entries, changed in the statement that writes one.';

--changeset frontrow:point-ledger-entry-comments
comment on table point.ledger_entry is 'One row a change of a balance, written with it and never changed.';
comment on column point.ledger_entry.id is 'What names the entry; drawn at random.';
comment on column point.ledger_entry.sequence is
  'Within an account the order of the changes, for lists; drawn while the account is locked.';
comment on column point.ledger_entry.user_id is 'Whose account was changed.';
comment on column point.ledger_entry.type is
  'CHARGE (filled up by the user), PAYMENT (taken by a payment) or REFUND (given back for one).';
comment on column point.ledger_entry.balance_after is 'Points in the account after this change.';
comment on column point.ledger_entry.idempotency_key is
  'The Idempotency-Key of a charge, used once a user for ever; null in payments and refunds.';
comment on column point.ledger_entry.created_at is
  'When the balance changed: the database''s clock once the account was locked.';
