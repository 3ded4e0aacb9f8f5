--liquibase formatted sql

--changeset frontrow:payment-schema
create schema payment;
