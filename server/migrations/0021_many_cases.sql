-- What a million cases showed: statements that read everything there ever was for want of an index,
-- and one index that was taken for better than the one that was made for the statement.

-- Whoever sees a whole unit finds its parts in order, as a department finds its own.
create index legs_of_unit on legs (unit, breaks_at, id, state, held, staff_id)
    where state in ('queued', 'accepted', 'working', 'paused');
create index legs_done_of_unit on legs (unit, done_at, id, state) where state = 'done';
-- Every part that ever was, by its state; nobody asks for that but among the open and the done ones.
drop index legs_by_department;
-- A state says little of a case: nearly all are closed. What is open, and what can be erased, has an
-- index of its own, and is found by that now.
drop index cases_by_state;
create index cases_done on cases (done_at) where state = 'done';
-- Nearly every case has nobody for its owner; that is no way to find one.
drop index cases_by_owner;
create index cases_by_owner on cases (owner_staff_id, state) where owner_staff_id is not null;
-- Whether a case may be seen is asked of many, and answered by where its parts are.
create index legs_of_case on legs (case_id, unit, department);
-- What belongs to a part or to a case and is looked up by it.
create index outbox_by_leg on outbox (leg_id, verb, seq);
create index ratings_of_case on ratings (case_id);
create index spells_open_of_leg on spells (leg_id) where ended_at is null;
create index grants_by_case on grants (case_id);
create index answer_sheets_by_case on answer_sheets (case_id) where case_id is not null;
create index cases_by_line on cases (line_id) where line_id is not null;
create index notices_by_follower on notices (follower_id) where follower_id is not null;
create index incident_joins_by_incident on incident_joins (incident_id);
