--liquibase formatted sql

--changeset frontrow:events-event-publication-comments
comment on table events.event_publication is
  'One row an event and a listener it has yet to be delivered to. Kept by Spring Modulith.';
comment on column events.event_publication.id is 'What names the publication; it keeps it when parked.';
comment on column events.event_publication.listener_id is 'The listener it is for, by the id that this declares.';
comment on column events.event_publication.event_type is 'Class of the event, with its package.';
comment on column events.event_publication.serialized_event is 'The event, as JSON text.';
comment on column events.event_publication.publication_date is
  'When the event was published, by the instance''s clock.';
comment on column events.event_publication.completion_date is
  'When it was delivered; always null, since what is delivered is deleted.';
comment on column events.event_publication.status is
  'PUBLISHED, PROCESSING, FAILED (threw, or not concluded in time) or RESUBMITTED (tried again).';
comment on column events.event_publication.completion_attempts is
  'How often it was tried, counting the first time; from 0 again once an admin has it tried again.';
comment on column events.event_publication.last_resubmission_date is
  'When it was last tried again, by the instance''s clock, or the database''s if unreadable; null until then.';

--changeset frontrow:events-parked-event-publication-comments
comment on table events.parked_event_publication is
  'One row a publication that failed too often, until an admin has it tried again.';
comment on column events.parked_event_publication.id is 'What names the publication, as before it was parked.';
comment on column events.parked_event_publication.sequence is 'The order of parking, for lists.';
comment on column events.parked_event_publication.listener_id is
  'The listener it is for, by the id that this declares.';
comment on column events.parked_event_publication.event_type is 'Class of the event, with its package.';
comment on column events.parked_event_publication.serialized_event is 'The event, as JSON text.';
comment on column events.parked_event_publication.publication_date is
  'When the event was published, by the instance''s clock.';
comment on column events.parked_event_publication.completion_attempts is 'How often it was tried before it was parked.';
comment on column events.parked_event_publication.last_resubmission_date is
  'When it was last tried again; null if never.';
comment on column events.parked_event_publication.parked_at is 'When it was parked, by the database''s clock.';

--changeset frontrow:identity-demo-signing-key-comments
comment on table identity.demo_signing_key is
  'One row at most: the key of the demo''s access tokens. Without demo mode nobody reads it.';
comment on column identity.demo_signing_key.id is 'Always 1, so that there is one key.';
comment on column identity.demo_signing_key.jwk is
  'The RSA key with its private part, as a JSON Web Key; made by the first instance that needed it.';
comment on column identity.demo_signing_key.created_at is 'When it was written, by the database''s clock.';
