-- Staff beyond login and password: one-time passwords, the second step of signing in, browsers that
-- have signed in before, absences, and what becomes of the cases of somebody who leaves.

-- Until when a password that somebody else chose may be used to choose one's own; without it the
-- password is the person's own.
alter table staff add column once_until bigint;

-- Another house vouched for who signed in, and asks for a second step itself.
alter table staff_sessions add column provider bigint not null default 0;

-- The second step: a secret shared with the person's phone, sealed with a key of the house.
create table staff_totp (
    staff_id   text primary key references staff (id),
    secret     text not null,
    -- The recovery codes, sealed, for as long as it is being set up; after that only their digests.
    codes      text,
    since      bigint,
    -- The step of the last code that was taken: no code is taken twice.
    last_step  bigint not null default 0
);
create table staff_recovery (
    staff_id  text not null references staff (id),
    digest    text not null,
    primary key (staff_id, digest)
);

-- Somebody whose password was right and who is still to say the code.
create table half_sessions (
    token_hash  text primary key,
    staff_id    text not null references staff (id),
    tries       bigint not null default 0,
    expires_at  bigint not null
);

-- Browsers in which somebody has signed in before. They have no power but tries of their own.
create table staff_devices (
    device_hash  text not null,
    staff_id     text not null references staff (id),
    seen_at      bigint not null,
    primary key (device_hash, staff_id)
);

-- From when until when somebody is away, and who stands in. Ownership does not move.
create table absences (
    id         text primary key,
    staff_id   text not null references staff (id),
    deputy_id  text not null references staff (id),
    from_at    bigint not null,
    until_at   bigint not null,
    said_by    text not null,
    said_at    bigint not null,
    ended_at   bigint
);
create index absences_of on absences (staff_id, until_at);
create index absences_for on absences (deputy_id, until_at);

-- What was done about somebody who works here, and by whom.
create table staff_log (
    id        text primary key,
    staff_id  text not null references staff (id),
    at        bigint not null,
    actor     text not null,
    kind      text not null
);
create index staff_log_of on staff_log (staff_id, at);

-- Since when a case has nobody but a duty because whoever answered for it left.
alter table cases add column needs_person_at bigint;
create index cases_needing_a_person on cases (needs_person_at) where needs_person_at is not null;
-- What is done about a leaver's parts looks them up by person.
create index legs_of_person on legs (staff_id) where staff_id is not null;
