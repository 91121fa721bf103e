-- A case counts for one round of its milestone: the one under way when it was asked for, or that found it unfinished.
alter table roster_case add column round int not null default 1;

-- Why a case that was asked for could not be opened; its state is FAILED until somebody has it tried again.
alter table roster_case add column failure varchar(1000);
create index case_requested on roster_case (state, id);

-- An object is looked up, and its cases are named, by its number alone.
alter table roster_object drop constraint object_once;
alter table roster_object add constraint object_once unique (project, number);
