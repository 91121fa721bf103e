-- An object's case in a milestone opens once its case in this one is closed: house by house, not all at once.
alter table milestone add column follows varchar(80);
