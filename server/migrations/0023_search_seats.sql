-- From where a case can be seen, in the order in which cases are found by their words: whoever looks
-- for a word that everybody's cases have would else look through everybody's for their own. A seat is
-- a unit, a department of a unit (`unit/department`) or a person, as `store/search/seats.rs` keeps it.
create table search_seats (
    seat    text not null,
    number  bigint not null,
    primary key (seat, number)
);
insert into search_seats (seat, number)
select s.seat, n.number from (
    select case_id, unit as seat from legs
    union select case_id, unit || '/' || department from legs
    union select id, owner_unit from cases where owner_unit is not null
    union select id, owner_unit || '/' || owner_department from cases
        where owner_unit is not null and owner_department is not null
    union select id, owner_staff_id from cases where owner_staff_id is not null
    union select case_id, to_staff_id from handovers where state = 'offered'
) s join search_cases n on n.case_id = s.case_id
order by s.seat, n.number;
-- All seats of a case go with it, and each is looked up by it.
create index search_seats_of_case on search_seats (number, seat);
