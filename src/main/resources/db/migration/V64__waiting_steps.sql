-- The board lists what waits for an outsider, due or not.
create index step_waiting on step (state, holder, waiting_party);
