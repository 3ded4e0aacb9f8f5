-- One charge: the statement that the service sent for it at commit e3c874f, as SqlPerRequestTests told it there, which
-- commits by itself. Each transaction has an account of its own.
\set n :n + 1
\set g :client_id * :block + :n
with charged as (
  insert into point.account as account (user_id, balance)
  select 'user-' || :g, 1 where 1 <= 100000000
  on conflict (user_id) do update set balance = account.balance + excluded.balance
   where account.balance <= 100000000 - excluded.balance
  returning balance
)
insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference, idempotency_key)
select gen_random_uuid(), 'user-' || :g, 'CHARGE', 1, balance, gen_random_uuid()::text, gen_random_uuid()::text
  from charged
returning id, amount, balance_after, created_at;
