--liquibase formatted sql

--changeset frontrow:point-ids
comment on column point.ledger_entry.id is 'What names the entry; made with it, in the order of time.';
