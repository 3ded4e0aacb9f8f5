-- One token, as the service writes many: the part of its statement that inserts. A test compares the two.
-- Each client has a line of its own, so none waits for another.
\set n :n + 1
insert into queue.token (concert_id, number, user_id, status)
select lpad(to_hex(:client_id::bigint), 32, '0')::uuid, :n::bigint + u.nth, u.user_id, 'WAITING'
  from unnest(cast(array['user-' || :n] as text[])) with ordinality as u (user_id, nth)
returning number, user_id, issued_at;
