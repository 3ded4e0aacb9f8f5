--liquibase formatted sql

--changeset frontrow:queue-schema
create schema queue;
