-- Which object an instance is about: written by the roster before the case starts, copied to each of its steps.
create table placement (
  instance_key varchar(120) primary key,
  object_no    varchar(40) not null,
  village      varchar(40) not null,
  team         varchar(40) not null,
  responsible  varchar(60)
);
