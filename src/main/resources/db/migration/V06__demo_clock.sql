-- One row in the demo, none in an office: how far the demo's clock is from the machine's.
create table demo_clock (
  offset_millis bigint not null
);
