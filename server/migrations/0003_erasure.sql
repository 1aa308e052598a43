-- When what a case says was erased, because it had been kept for as long as customers were told.
alter table cases add column erased_at bigint;
-- Few closed cases still say something, however many there ever were.
create index cases_to_erase on cases (closed_at) where erased_at is null and state = 'closed';
