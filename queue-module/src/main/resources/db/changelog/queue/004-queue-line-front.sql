--liquibase formatted sql

--changeset frontrow:queue-line-front
-- Where each line begins: who waits is above that number. Whoever looks for them begins there, and so passes over neither
-- those admitted nor what is left of them in an index while an old snapshot is in use somewhere.
create view queue.line_front as
select l.concert_id,
       coalesce((select a.last_number from queue.admission a
                  where a.concert_id = l.concert_id
                  order by a.first_number desc
                  limit 1), 0) as admitted_to
  from queue.line l;

--changeset frontrow:queue-line-front-comments
comment on view queue.line_front is
  'Where each line begins: all up to that number were admitted or have ended.';
comment on column queue.line_front.concert_id is 'The concert whose line it is.';
comment on column queue.line_front.admitted_to is 'The number admitted last; 0 before the first.';
