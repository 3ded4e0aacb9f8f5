create schema shop;

-- Not only a thing: like other.thing, it has parts.
create table shop.thing (
  id uuid primary key,
  other_id uuid references other.thing (id)
);
