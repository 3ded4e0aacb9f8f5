-- What the yardsticks work on: for each of :clients clients a block of :block tokens, seats and accounts to reserve and to
-- charge with, numbered from :base on, and as many reservations to pay, numbered from :paying on.
insert into queue.line (concert_id, sale, closes_at, max_active, admissions_per_second, bucket)
select lpad(to_hex(hall), 32, '0')::uuid, '{[2000-01-01,2100-01-01)}', '2100-01-01', 1000000, 1000000, 0
  from generate_series(0, :halls - 1) hall;
insert into queue.token (concert_id, number, user_id, status, admitted_at, expires_at)
select lpad(to_hex(g % :halls), 32, '0')::uuid, g, 'user-' || g, 'ACTIVE', statement_timestamp(), '2100-01-01'
  from generate_series(:base + 1, :base + :clients * :block) g;
insert into reservation.seat (id, schedule_id, section, section_position, row_label, number, label, price)
overriding system value
select g, lpad(to_hex(g % :halls), 32, '0')::uuid, 'A', 1, '1', g, 'A-1-' || g, 1000
  from generate_series(:base + 1, :base + :clients * :block) g;
insert into point.account (user_id, balance)
select 'user-' || g, 1000 from generate_series(:base + 1, :base + :clients * :block) g;

insert into reservation.seat (id, schedule_id, section, section_position, row_label, number, label, price, status,
                              reservation_id, hold_expires_at)
overriding system value
select g, lpad(to_hex(g % :halls), 32, '0')::uuid, 'A', 1, '1', g, 'A-1-' || g, 1000, 'HELD',
       lpad(to_hex(g), 32, '0')::uuid, '2100-01-01'
  from generate_series(:paying + 1, :paying + :clients * :block) g;
insert into reservation.reservation (id, user_id, concert_id, schedule_id, status, amount, hold_expires_at, created_at,
                                     payment_id, starts_at)
select lpad(to_hex(g), 32, '0')::uuid, 'user-' || g, lpad(to_hex(g % :halls), 32, '0')::uuid,
       lpad(to_hex(g % :halls), 32, '0')::uuid, 'PENDING_PAYMENT', 1000, '2100-01-01', statement_timestamp(),
       lpad(to_hex(g), 32, '0')::uuid, '2100-01-01'
  from generate_series(:paying + 1, :paying + :clients * :block) g;
insert into reservation.ticket (id, reservation_id, seat_id, position, seat_label, price, status)
select gen_random_uuid(), lpad(to_hex(g), 32, '0')::uuid, g, 1, 'A-1-' || g, 1000, 'UNPAID'
  from generate_series(:paying + 1, :paying + :clients * :block) g;
insert into payment.payment (id, reservation_id, user_id, amount, payable_until, admission)
select lpad(to_hex(g), 32, '0')::uuid, lpad(to_hex(g), 32, '0')::uuid, 'user-' || g, 1000, '2100-01-01', '0:' || g
  from generate_series(:paying + 1, :paying + :clients * :block) g;
insert into point.account (user_id, balance)
select 'user-' || g, 1000 from generate_series(:paying + 1, :paying + :clients * :block) g;
vacuum analyze;
