--liquibase formatted sql

--changeset frontrow:reservation-admission-nullable
-- Nobody read it, and payment keeps a copy of its own. It stays, empty: an instance of the version before names it when it
-- reserves, and goes on doing so beside this one while instances are replaced.
alter table reservation.reservation alter column admission drop not null;
comment on column reservation.reservation.admission is
  'Empty. The version before this one wrote here what the line knew the user by; nobody reads it.';
