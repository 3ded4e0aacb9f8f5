-- One reservation of one seat: the statements that the service sent for it at commit 7c21206, as SqlPerRequestTests told
-- them there. Each transaction has a user, a token and a seat of its own, the seats spread over the halls.
\set n :n + 1
\set g :client_id * :block + :n
\set hall :g % :halls
begin;
select number from queue.token
 where concert_id = lpad(to_hex(:hall::bigint), 32, '0')::uuid and number = :g and user_id = 'user-' || :g
   for update;
select t.status, t.expires_at, t.no_show_at, t.reason, l.closes_at, statement_timestamp() as at
  from queue.token t
  join queue.line l on l.concert_id = t.concert_id
 where t.concert_id = lpad(to_hex(:hall::bigint), 32, '0')::uuid and t.number = :g and t.user_id = 'user-' || :g;
select asked.seats, asked.amount, mine.live
  from (select count(*) as live
          from reservation.reservation_now r
          join reservation.ticket t on t.reservation_id = r.id
         where r.user_id = 'user-' || :g and r.schedule_id = lpad(to_hex(:hall::bigint), 32, '0')::uuid and r.live) mine,
       (select count(*) as seats, coalesce(sum(price), 0) as amount
          from reservation.seat
         where id = any(array[:g]::bigint[]) and schedule_id = lpad(to_hex(:hall::bigint), 32, '0')::uuid) asked;
insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount, hold_expires_at, created_at,
                                     payment_id, starts_at, idempotency_key)
values (lpad(to_hex(:g::bigint), 32, '0')::uuid, 'user-' || :g, lpad(to_hex(:hall::bigint), 32, '0')::uuid,
        lpad(to_hex(:hall::bigint), 32, '0')::uuid, 'PENDING_PAYMENT', 1000,
        statement_timestamp() + 300000 * interval '1 millisecond', statement_timestamp(),
        lpad(to_hex(:g::bigint), 32, '0')::uuid, '2100-01-01', null)
on conflict (user_id, idempotency_key) do nothing
returning created_at, hold_expires_at;
with free as materialized (
  select id from reservation.seat_now
   where id = any(array[:g]::bigint[]) and schedule_id = lpad(to_hex(:hall::bigint), 32, '0')::uuid and state = 'AVAILABLE'
   order by id
     for no key update),
claimed as (
  update reservation.seat s
     set status = 'HELD', reservation_id = lpad(to_hex(:g::bigint), 32, '0')::uuid,
         hold_expires_at = statement_timestamp() + 300000 * interval '1 millisecond'
    from free
   where s.id = free.id
  returning s.id, s.label, s.price),
issued as (
  insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
  select gen_random_uuid(), lpad(to_hex(:g::bigint), 32, '0')::uuid, id, row_number() over (order by id), label, price,
         'UNPAID'
    from claimed
  returning id, seat_id, position, seat_label, price)
select id as ticket_id, seat_id, seat_label, price from issued order by position;
insert into payment.payment (id, reservation_id, user_id, amount, payable_until, admission)
values (lpad(to_hex(:g::bigint), 32, '0')::uuid, lpad(to_hex(:g::bigint), 32, '0')::uuid, 'user-' || :g, 1000,
        statement_timestamp() + 300000 * interval '1 millisecond', '00000000-0000-0000-0000-000000000000:' || :g);
commit;
