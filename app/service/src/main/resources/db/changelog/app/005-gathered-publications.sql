--liquibase formatted sql

--changeset frontrow:events-event-publication-by-id-alone
-- What is delivered is deleted, by its id. Nothing looks for a publication by its event, but each payment kept that index up.
drop index events.event_publication_by_hash;

--changeset frontrow:events-event-publication-gathered-comments
comment on table events.event_publication is
  'One row an event and a listener it has yet to be delivered to. Written in the publisher''s transaction, for all of its events at once; read by Spring Modulith.';
comment on column events.event_publication.publication_date is
  'When the event was published, by the database''s clock.';
comment on column events.event_publication.status is
  'PUBLISHED, FAILED (threw, or not concluded in time) or RESUBMITTED (tried again); PROCESSING where an older version has begun.';
comment on column events.event_publication.last_resubmission_date is
  'When it was last tried: published, by the database''s clock, or tried again, by the instance''s; null once an admin has it tried again.';
comment on column events.parked_event_publication.publication_date is
  'When the event was published, by the database''s clock.';
