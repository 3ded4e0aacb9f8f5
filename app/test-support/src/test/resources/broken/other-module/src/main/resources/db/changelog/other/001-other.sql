create schema other;

create table other.thing (id uuid primary key);
