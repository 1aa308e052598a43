-- What a visitor typed and that could not be taken, so that a page can show it again: into a form
-- that belongs to no journey (looking a case up, writing to a case), or into a step of a journey
-- that had been sent. It goes with the visitor.
create table set_aside (
    visitor_id  text not null references visitors (id) on delete cascade,
    -- The page: `track`, `sign-in`, or `case-` or `late-` and a reference.
    place       text not null,
    sheet       text not null,
    updated_at  bigint not null,
    primary key (visitor_id, place)
);

-- A survey about a case is a room of its own for each case (`closing-` and its reference), so that
-- neither two cases nor a walk-up survey get mixed up. Which rooms there are is the program's
-- business now: SQLite cannot change a check, so the table is made anew.
create table drafts_anew (
    visitor_id  text not null references visitors (id) on delete cascade,
    room        text not null,
    key         text not null,
    sheet       text not null,
    seen        text not null,
    -- Where it went, once it was sent.
    sent        text,
    updated_at  bigint not null,
    primary key (visitor_id, room)
);
insert into drafts_anew (visitor_id, room, key, sheet, seen, sent, updated_at)
    select d.visitor_id, case when c.id is null then d.room else 'closing-' || c.reference end,
        d.key, d.sheet, d.seen, d.sent, d.updated_at
    from drafts d left join cases c on c.id = d.subject;
drop table drafts;
alter table drafts_anew rename to drafts;
