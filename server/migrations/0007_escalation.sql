-- When somebody has to hear of a case, and what was ordered.

-- When the clock of a case is to be looked at next; 0 means at once. Whatever changes a promise or
-- a state sets it back, so that nothing is looked at without need and nothing is forgotten.
alter table cases add column look_at bigint not null default 0;
-- When what the customer waits for now is due, and the highest share of it that was raised, as of
-- that look.
alter table cases add column breaks_at bigint;
alter table cases add column raised integer not null default 0;
create index cases_to_look_at on cases (look_at) where state in ('received', 'working', 'waiting');
create index cases_open_by_unit on cases (unit, breaks_at) where state in ('received', 'working', 'waiting');

-- A share of a promise has passed: somebody hears of it, and says that they have.
create table escalations (
    case_id          text not null references cases (id),
    -- The promise; of one that was only moved, the one it was moved from.
    seq              integer not null,
    -- In per cent of its time.
    share            integer not null,
    role             text not null check (role in ('owner', 'coordinator', 'manager')),
    -- Where the addressee sits; with a person, who it is; of a duty, the department that has it.
    unit             text not null,
    department       text,
    staff_id         text,
    -- When the share had passed, and when it was raised.
    fell_at          bigint not null,
    raised_at        bigint not null,
    acknowledged_at  bigint,
    acknowledged_by  text,
    -- The case was closed before anybody had said so.
    ended_at         bigint,
    primary key (case_id, seq, share)
);
create index escalations_open_at on escalations (unit, raised_at) where acknowledged_at is null and ended_at is null;
create index escalations_open_of on escalations (staff_id, raised_at) where acknowledged_at is null and ended_at is null;

-- Somebody is told to do something about a case until a day.
create table orders (
    id           text primary key,
    case_id      text not null references cases (id),
    by_staff_id  text not null,
    to_staff_id  text not null,
    what         text not null,
    due_at       bigint not null,
    made_at      bigint not null,
    done_at      bigint
);
create index orders_open_for on orders (to_staff_id, due_at) where done_at is null;
create index orders_of_case on orders (case_id);
