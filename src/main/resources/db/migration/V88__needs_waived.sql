-- The office may let a project go on without what it waits for; of a need that can never be met, those who answer for
-- the waiting project are told once each.
alter table project_need add column waived_on date;
alter table project_need add column waived_by varchar(60);
alter table project_need add column waive_reason varchar(1000);
alter table project_need add column waive_document varchar(120);

create table need_told (
  need    bigint not null references project_need (id),
  person  varchar(60) not null,
  told_on date not null,
  mail_id varchar(40) not null,
  primary key (need, person)
);
