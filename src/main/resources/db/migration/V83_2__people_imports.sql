-- Each workbook of people that was looked at or taken: by whom, when, which, and what it changed. The file itself goes
-- when it is taken, or after a day.
create table people_import (
  id          varchar(36) primary key,
  file_name   varchar(200) not null,
  sha256      char(64) not null,
  content     bytea,
  outcome     char(64) not null,
  uploaded_by varchar(60) not null,
  uploaded_at timestamp with time zone not null,
  taken_by    varchar(60),
  taken_at    timestamp with time zone,
  created     int,
  changed     int,
  unchanged   int
);
