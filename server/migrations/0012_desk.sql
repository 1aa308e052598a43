-- The desk's queue is ordered by what breaks first: a part's own target or the customer's promise.
-- Reckoned on reading, that would mean reading every open part for every look; so it is kept beside
-- the part, by `store/order.rs`, in the transaction that changes one of the two. `held` says that
-- the case waits for its customer.
alter table legs add column breaks_at bigint not null default 0;
alter table legs add column held integer not null default 0;
update legs set
    breaks_at = coalesce((
        select case when p.due_at < legs.due_at then p.due_at else legs.due_at end
        from promises p join cases c on c.id = p.case_id
        where p.case_id = legs.case_id
            and p.kind = case when c.state = 'received' and c.kind <> 'fault' then 'answer' else 'fix' end
        order by p.seq desc limit 1), due_at),
    held = case when (select c.state from cases c where c.id = legs.case_id) = 'waiting' then 1 else 0 end;

-- Few parts are open, however many there ever were. Everything a page of the queue is chosen by lies
-- in the index, so that a part which is not on the page is never read.
drop index legs_open;
create index legs_open on legs (breaks_at, id, unit, department, state, held, staff_id)
    where state in ('queued', 'accepted', 'working', 'paused');
create index legs_queue on legs (unit, department, breaks_at, id, state, held, staff_id)
    where state in ('queued', 'accepted', 'working', 'paused');
create index legs_of_staff on legs (staff_id, breaks_at, id)
    where state in ('queued', 'accepted', 'working', 'paused');
drop index legs_done;
create index legs_done on legs (done_at, id, unit, department) where state = 'done';
-- A customer's other cases.
create index cases_by_contact on cases (contact_id);
create index cases_by_customer on cases (customer_id);
create index contacts_by_customer on contacts (customer_id);
