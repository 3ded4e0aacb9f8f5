--liquibase formatted sql

--changeset frontrow:reservation-waiting-wish
-- However many wait, they wait for few different things, of which each is found with the first who waits for it.
create function reservation.waiting_wish(seats int, sections text[]) returns text
  language sql immutable parallel safe
  return seats || ' ' || md5(coalesce(cast(sections as text), ''));
comment on function reservation.waiting_wish is
  'What is waited for, in short: how many seats, of which sections, null for any. A digest, since an index row can''t have all names.';
create index waiting_entry_by_wish
  on reservation.waiting_entry (schedule_id, reservation.waiting_wish(seats, sections), number) where status = 'WAITING';
