--liquibase formatted sql

--changeset frontrow:reservation-schema
create schema reservation;
