-- One charge: the statement that the service sent for it at commit 7c21206, as SqlPerRequestTests told it there, which
-- commits by itself. Each client has accounts of its own, which it charges in turns.
\set n :n + 1
\set g :client_id * :block + :n % :block + 1
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
