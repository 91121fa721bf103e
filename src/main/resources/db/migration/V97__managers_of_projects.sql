-- Who manages a project is in its group ("managers.LP-HSR") as well: a step of the project is theirs, not every manager's.
drop view person_group;
create view person_group as
  select person, role as group_id from person_role
  union
  select r.person, concat(r.role, '.', v.village) from person_role r join person_village v on v.person = r.person
  union
  select r.person, concat(r.role, '.', p.code) from person_role r join project p on p.manager = r.person
    where r.role = 'managers';
