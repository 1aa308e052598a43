-- What nobody has taken is found among what is open, and not among what nobody has ever had; what was
-- done is found where somebody works, latest first, without reading all that was ever done there.
drop index legs_of_staff;
create index legs_of_staff on legs (staff_id, breaks_at, id)
    where staff_id is not null and state in ('queued', 'accepted', 'working', 'paused');
drop index legs_done;
create index legs_done on legs (done_at, id, unit, department, state) where state = 'done';
create index legs_done_of on legs (unit, department, done_at, id, state) where state = 'done';
