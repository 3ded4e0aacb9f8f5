--liquibase formatted sql

--changeset frontrow:point-schema
create schema point;
