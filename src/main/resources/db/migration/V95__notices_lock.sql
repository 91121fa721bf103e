-- Of two notices published at once one waits for the other: each counts exactly as it was shown.
insert into start_lock (name) values ('notices');
