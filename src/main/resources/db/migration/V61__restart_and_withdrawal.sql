-- A case was sent back over elapsed periods that run from this event: KEEP, they are not waited for again; AGAIN, they
-- begin anew. The row repeats the day that counts until the step is done again.
alter table anchor_event add column on_return varchar(10);
alter table anchor_event add column reason varchar(1000);

-- The day an object was taken out of the count; a gate may open because of it.
alter table roster_object add column withdrawn_on date;
