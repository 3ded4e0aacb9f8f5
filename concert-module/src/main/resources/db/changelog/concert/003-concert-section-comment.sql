--liquibase formatted sql

--changeset frontrow:concert-section-comment
comment on table concert.section is
  'One row a section of a schedule: a block of seats of one price, in rows of equal length. Concert''s own record of what was published: the seats made of it are reservation''s, and no statement crosses a schema to ask them.';
