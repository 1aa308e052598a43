-- What is looked at in a back office is what belongs to a case that is not closed; every ticket ever
-- opened there was read to find it. Kept by `store/counterparts.rs` as cases close and open again.
alter table counterparts add column watched bigint not null default 1;
update counterparts set watched = 0
where leg_id in (select l.id from legs l join cases c on c.id = l.case_id where c.state = 'closed');
create index counterparts_watched on counterparts (connector, coalesce(polled_at, 0), leg_id)
    where watched = 1;
