-- One payment: the statements that the service sent for it at commit 7c21206, as SqlPerRequestTests told them there, but
-- without what followed after its commit. Each transaction has a payment, a reservation, a seat and an account of its own.
\set n :n + 1
\set g :client_id * :block + :n + :paying
begin;
select id, reservation_id, user_id, amount, state, admission, created_at, paid_at, balance_after
  from payment.payment_now
 where id = lpad(to_hex(:g::bigint), 32, '0')::uuid and user_id = 'user-' || :g
   for update;
select r.id, r.sequence, r.user_id, r.concert_id, r.schedule_id, r.status, r.amount, r.hold_expires_at, r.created_at,
       r.starts_at, r.payment_id, statement_timestamp() as at, t.id as ticket_id, t.seat_id, t.seat_label, t.price
  from reservation.reservation r
  join reservation.ticket t on t.reservation_id = r.id
 where r.id = lpad(to_hex(:g::bigint), 32, '0')::uuid
 order by t.position
   for no key update;
with deducted as (
  update point.account set balance = balance - 1000
   where user_id = 'user-' || :g and balance >= 1000
  returning balance
)
insert into point.ledger_entry (id, user_id, type, amount, balance_after, reference)
select gen_random_uuid(), 'user-' || :g, 'PAYMENT', -1000, balance, lpad(to_hex(:g::bigint), 32, '0')
  from deducted
returning balance_after;
with own as materialized (
  select s.id
    from reservation.ticket t
    join reservation.seat s on s.id = t.seat_id and s.reservation_id = t.reservation_id
   where t.reservation_id = lpad(to_hex(:g::bigint), 32, '0')::uuid and s.status = 'HELD'
   order by s.id
     for no key update of s),
sold as (
  update reservation.seat s set status = 'SOLD', hold_expires_at = null from own where s.id = own.id returning s.id)
select (select count(*) from sold) as seats,
       (select count(*) from reservation.ticket t where t.reservation_id = lpad(to_hex(:g::bigint), 32, '0')::uuid)
         as tickets;
with moved as (
  update reservation.reservation set status = 'CONFIRMED'
   where id = lpad(to_hex(:g::bigint), 32, '0')::uuid and status = 'PENDING_PAYMENT'
  returning id)
update reservation.ticket t set status = 'PAID' from moved where t.reservation_id = moved.id and t.status = 'UNPAID';
update payment.payment set status = 'PAID', paid_at = statement_timestamp(), balance_after = 0
 where id = lpad(to_hex(:g::bigint), 32, '0')::uuid and status = 'PENDING' and amount = 1000
   and payable_until > statement_timestamp()
returning id, reservation_id, user_id, amount, admission, created_at, paid_at, balance_after;
insert into events.event_publication (id, event_type, listener_id, publication_date, serialized_event, status,
                                      completion_attempts, last_resubmission_date)
values (gen_random_uuid(), 'dev.frontrow.payment.PaymentCompleted', 'queue.expire-token', statement_timestamp(),
        '{"paymentId":{"value":"00000000-0000-0000-0000-000000000000"},"reservationId":"00000000-0000-0000-0000-0000000000'
          || '00","userId":"user-0","amount":1000,"admission":"00000000-0000-0000-0000-000000000000:' || :g
          || '","paidAt":"2100-01-01T00:00:00Z"}',
        'PUBLISHED', 0, null);
select id, reservation_id, user_id, amount, state, admission, created_at, paid_at, balance_after
  from payment.payment_now
 where id = lpad(to_hex(:g::bigint), 32, '0')::uuid;
commit;
