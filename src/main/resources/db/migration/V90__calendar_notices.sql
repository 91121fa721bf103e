-- Notices of days off the office typed in; those that come with the software are a file.
create table calendar_notice (
  published_on date primary key,
  paper_no     varchar(120),
  recorded_at  timestamp with time zone not null,
  recorded_by  varchar(60) not null
);

create table calendar_notice_day (
  published_on date not null references calendar_notice (published_on),
  from_on      date not null,
  to_on        date not null,
  workday      boolean not null,
  name         varchar(60) not null,
  primary key (published_on, from_on)
);
