-- A file is kept under its own hash; PENDING until its step is submitted, swept after seven days.
create table evidence (
  id           varchar(40) primary key,
  instance_key varchar(120) not null,
  element      varchar(80) not null,
  round        int not null,
  field        varchar(60) not null,
  file_name    varchar(255) not null,
  media_type   varchar(100) not null,
  size_bytes   bigint not null,
  sha256       varchar(64) not null,
  state        varchar(10) not null,
  uploaded_by  varchar(60) not null,
  uploaded_at  timestamp with time zone not null
);
create index evidence_step on evidence (instance_key, element, round);
create index evidence_sweep on evidence (state, uploaded_at);
