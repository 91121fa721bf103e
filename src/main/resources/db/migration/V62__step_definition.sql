-- The version of the diagram a step was made by: its form and its ways back are that version's, whatever came later.
alter table step add column definition varchar(64);
update step set definition = (select t.proc_def_id_ from act_hi_taskinst t where t.id_ = step.task_id);
alter table step alter column definition set not null;
