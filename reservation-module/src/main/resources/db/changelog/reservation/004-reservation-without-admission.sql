--liquibase formatted sql

--changeset frontrow:reservation-drop-admission
-- It was never read; payment keeps a copy of its own. An instance of an older version still names it when it reserves, and
-- answers 500 from now on, with nothing changed; all else goes on there. So replace such instances soon. Keeping the column
-- for them, nullable, would have kept it for good.
alter table reservation.reservation drop column admission;
