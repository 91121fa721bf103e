-- Whoever was given a password by somebody else changes it before anything else.
alter table person add column password_initial boolean default false not null;
