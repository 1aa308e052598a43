-- Who had a case in hand, stretch by stretch. The clock of a case is made of these; whatever of its
-- wall time is in none of them is the owner's. A row is written when a stretch begins and gets its
-- end once; it is never changed after that.
create table spells (
    id          text primary key,
    case_id     text not null references cases (id),
    leg_id      text references legs (id),
    holder      text not null check (holder in ('offer', 'leg', 'customer', 'pause')),
    -- Why, for a pause and for waiting for the customer: a code.
    reason      text,
    -- Whether the promise to the customer stands still meanwhile, by the rules as they were then.
    stops       integer not null default 0,
    unit        text,
    department  text,
    staff_id    text,
    begun_at    bigint not null,
    ended_at    bigint
);
create index spells_by_case on spells (case_id, begun_at);
-- A leg is not worked at, offered or paused twice at a time.
create unique index spells_open on spells (case_id, holder, coalesce(leg_id, '')) where ended_at is null;

-- A promise that was only moved, because it had stood still, goes on with the one it was moved
-- from: this is the number of that one.
alter table promises add column run integer;

-- Until when what stood still was reckoned into the target of a leg.
alter table legs add column counted_to bigint;

-- Cases that were there before there were spells: what is known of them.
insert into spells (id, case_id, leg_id, holder, unit, department, staff_id, begun_at, ended_at)
    select l.id, l.case_id, l.id, 'leg', l.unit, l.department, l.staff_id, l.accepted_at, l.done_at
    from legs l where l.accepted_at is not null;
insert into spells (id, case_id, holder, reason, stops, begun_at)
    select c.id, c.id, 'customer', case when c.state = 'done' then 'confirm' else 'asked' end,
        case when c.state = 'done' then 0 else 1 end,
        coalesce(c.done_at, (select max(e.at) from events e where e.case_id = c.id and e.kind = 'reply'), c.opened_at)
    from cases c where c.state in ('waiting', 'done');
