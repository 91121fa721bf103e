-- Whoever writes what is written once at a first start (grants, task lists) locks this row first.
create table start_lock (
  name varchar(20) primary key
);
insert into start_lock (name) values ('seed');
