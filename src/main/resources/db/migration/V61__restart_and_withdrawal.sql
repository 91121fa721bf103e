-- A row with a reason: somebody decided that periods running from this event, already elapsed, begin anew.
alter table anchor_event add column restart_reason varchar(1000);

-- The day an object was taken out of the count; a gate may open because of it.
alter table roster_object add column withdrawn_on date;
