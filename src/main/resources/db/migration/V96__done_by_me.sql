-- What a person has submitted, the newest first.
create index step_recorded on step (recorded_by, recorded_at, task_id);
