-- Incidents, whole: several places, an inner cause, planned work, what was said of them and when,
-- the cases and the people that hang on them, and whether it works again.

-- What staff know and customers do not read.
alter table incidents add column cause text;
-- Work that was announced: it begins at `opened_at` and ends at `expected_at`, by itself.
alter table incidents add column planned integer not null default 0;
-- How often it was ended too early, and when that was last found out.
alter table incidents add column reopened integer not null default 0;
alter table incidents add column reopened_at bigint;

-- The places beside the first.
create table incident_places (
    incident_id  text not null references incidents (id),
    place        text not null,
    primary key (incident_id, place)
);

-- What was done and said, in order; the text in every language, for customers to read.
create table incident_updates (
    id           text primary key,
    incident_id  text not null references incidents (id),
    seq          integer not null,
    at           bigint not null,
    kind         text not null check (kind in ('opened', 'planned', 'begun', 'update', 'estimate', 'ended', 'reopened')),
    actor        text not null,
    text         text,
    expected_at  bigint,
    unique (incident_id, seq)
);

-- The cases that have this cause, and what their customers say since it was ended.
create table incident_cases (
    incident_id  text not null references incidents (id),
    case_id      text not null references cases (id),
    attached_at  bigint not null,
    answer       text check (answer in ('yes', 'no')),
    answered_at  bigint,
    primary key (incident_id, case_id)
);
create index incident_cases_by_case on incident_cases (case_id);

-- An update that is still to be told to a case: written together with the update, taken away
-- together with the event that tells it.
create table incident_spread (
    update_id  text not null references incident_updates (id),
    case_id    text not null references cases (id),
    primary key (update_id, case_id)
);

-- Who wants to hear of it without a case.
create table incident_followers (
    id               text primary key,
    incident_id      text not null references incidents (id),
    contact_id       text not null references contacts (id),
    -- A digest of the incident and the contact: whoever follows twice follows once.
    once             text not null unique,
    language         text not null,
    consent_version  integer not null,
    followed_at      bigint not null,
    stopped_at       bigint,
    answer           text check (answer in ('yes', 'no')),
    answered_at      bigint
);
create index incident_followers_by_incident on incident_followers (incident_id);
