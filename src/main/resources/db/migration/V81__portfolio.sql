-- What was written of each project when it was opened by the portfolio or the form: a line per field, path=text. A file
-- that comes again is compared with it.
create table portfolio_entry (
  project varchar(40) primary key references project (code),
  content text not null
);

-- Files the office has uploaded and looked at; one is imported once, however often that is confirmed.
create table portfolio_upload (
  id          varchar(36) primary key,
  file_name   varchar(200) not null,
  content     text not null,
  who         varchar(60) not null,
  uploaded_at timestamp with time zone not null,
  imported_at timestamp with time zone,
  opened      text -- codes of the projects it opened, by blanks
);

-- Whoever opens projects from the portfolio locks this row first: of two at once the second sees what the first opened.
create table portfolio_lock (
  name varchar(20) primary key
);
insert into portfolio_lock (name) values ('portfolio');
