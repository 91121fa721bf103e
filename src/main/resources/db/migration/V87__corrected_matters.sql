-- What needs coordination and the amounts done are kept by version too, so that corrections leave them in sight.
create table progress_matter_kept (
  report   bigint not null references progress_report (id),
  version  int not null,
  seq      int not null,
  matter   varchar(500) not null,
  unit     varchar(60) not null,
  level    varchar(20) not null,
  limit_on date not null,
  solved   boolean not null,
  primary key (report, version, seq)
);
insert into progress_matter_kept (report, version, seq, matter, unit, level, limit_on, solved)
select m.report, f.version, m.seq, m.matter, m.unit, m.level, m.limit_on, m.solved
from progress_matter m join progress_figures f on f.report = m.report;
drop table progress_matter;
alter table progress_matter_kept rename to progress_matter;

create table progress_quantity_kept (
  report  bigint not null references progress_report (id),
  version int not null,
  code    varchar(40) not null,
  done    decimal(16,4) not null,
  primary key (report, version, code)
);
insert into progress_quantity_kept (report, version, code, done)
select q.report, f.version, q.code, q.done
from progress_quantity q join progress_figures f on f.report = q.report;
drop table progress_quantity;
alter table progress_quantity_kept rename to progress_quantity;
