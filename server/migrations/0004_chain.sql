-- The chain behind the face: what passes between departments, and who answers for a case.
-- Written for both databases.

-- What a leg is called in its plan; what staff wrote is to be done, when they added it.
alter table legs add column code text;
alter table legs add column task text;
-- The number of the leg that took its place, once it is out of play: it was passed on, declined by
-- who it was offered to, or taken back. Nothing waits for it any more.
alter table legs add column replaced_by integer;
-- Whether a coordinator decided that it goes there: then it cannot be declined.
alter table legs add column decided integer not null default 0;

-- How often a part of the case was declined, and since when a coordinator must decide about it.
alter table cases add column bounces integer not null default 0;
alter table cases add column undecided_since bigint;
-- The case that it was merged into.
alter table cases add column merged_into text;
-- Whose duty it is to answer for it until a person does.
alter table cases add column owner_unit text;
alter table cases add column owner_department text;
update cases set owner_unit = unit,
    owner_department = case when tier = 'key' then 'key-accounts' else 'customer-service' end;
create index cases_unowned on cases (owner_unit, owner_department) where owner_staff_id is null and state <> 'closed';

-- A leg going to another department. The receiver's leg is there from the offer on, so that it is
-- in their queue; until they accept it the giver's goes on.
create table passings (
    id              text primary key,
    case_id         text not null references cases (id),
    giver_leg_id    text not null references legs (id),
    receiver_leg_id text not null unique references legs (id),
    -- Nobody when a rule or the owner of a declined leg offered it.
    staff_id        text,
    -- What the receiver asked for and was given, as a JSON list of questions with their answers.
    handed          text not null,
    reason          text not null,
    state           text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
    offered_at      bigint not null,
    answer_by       bigint not null,
    decided_at      bigint,
    -- Since when it is known that it was not answered in time.
    overdue_at      bigint
);
create index passings_of_case on passings (case_id);
create index passings_offered on passings (answer_by) where state = 'offered';

-- The receiver of finished work rates it: an internal customer.
create table ratings (
    case_id         text not null references cases (id),
    rated_leg_id    text not null references legs (id),
    by_leg_id       text not null references legs (id),
    staff_id        text not null,
    -- 3 good, 2 usable, 1 poor.
    score           integer not null check (score between 1 and 3),
    reason          text,
    at              bigint not null,
    primary key (rated_leg_id, by_leg_id)
);

-- Somebody is asked to answer for a case from now on. It moves when they say yes.
create table handovers (
    id             text primary key,
    case_id        text not null references cases (id),
    from_staff_id  text,
    by_staff_id    text not null,
    to_staff_id    text not null,
    reason         text not null,
    state          text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
    offered_at     bigint not null,
    decided_at     bigint
);
create index handovers_of_case on handovers (case_id);
create index handovers_for on handovers (to_staff_id) where state = 'offered';

-- Cases that belong together, each pair once with the smaller key first.
create table case_links (
    case_id   text not null references cases (id),
    other_id  text not null references cases (id),
    staff_id  text not null,
    at        bigint not null,
    primary key (case_id, other_id)
);
create index case_links_other on case_links (other_id);
