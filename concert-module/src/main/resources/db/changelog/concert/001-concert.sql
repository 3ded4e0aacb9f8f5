--liquibase formatted sql

--changeset frontrow:concert-schema
create schema concert;
