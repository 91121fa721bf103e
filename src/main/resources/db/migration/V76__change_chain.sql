-- The end of each chain of the change log: writers of one chain take turns at its row, and rows cut off at the end show.
create table change_chain (
  chain varchar(120) primary key,
  seq   int not null,
  hash  varchar(64) not null
);
insert into change_chain (chain, seq, hash)
  select l.chain, l.seq, l.hash from change_log l
  where l.seq = (select max(n.seq) from change_log n where n.chain = l.chain);
