create table unit (
  code    varchar(40) primary key,
  name_zh varchar(100) not null,
  name_en varchar(100) not null
);

create table village (
  code    varchar(40) primary key,
  name_zh varchar(100) not null,
  name_en varchar(100) not null
);

create table person (
  id            varchar(60) primary key,
  name_zh       varchar(60) not null,
  name_en       varchar(100) not null,
  mail          varchar(200) not null,
  unit          varchar(40) references unit (code),
  password_hash varchar(200) not null,
  active        boolean not null,
  ends_on       date
);

create table person_role (
  person varchar(60) not null references person (id),
  role   varchar(40) not null,
  primary key (person, role)
);

-- The villages a role is bound to; a role without villages holds for the whole town.
create table person_village (
  person  varchar(60) not null references person (id),
  village varchar(40) not null references village (code),
  primary key (person, village)
);

create table deputy (
  person  varchar(60) not null references person (id),
  deputy  varchar(60) not null references person (id),
  from_on date not null,
  to_on   date not null,
  primary key (person, deputy, from_on)
);

create table absence (
  person  varchar(60) not null references person (id),
  from_on date not null,
  to_on   date not null,
  primary key (person, from_on)
);

-- Groups as the engine sees them: each role, and each role in each village it is bound to (cadres.luxi).
create view person_group as
  select person, role as group_id from person_role
  union
  select r.person, concat(r.role, '.', v.village) from person_role r join person_village v on v.person = r.person;
