-- The change log's chain of accounts begins here, so that the first two who write it take turns too.
insert into change_chain (chain, seq, hash) values ('office:people', 0, '');
