-- The first schema. What is dear to add later is here from the start: customers, contacts with
-- their validity, lines and places; events as a chained header and an erasable body; every key
-- and link with the id or version that made it.
--
-- Conventions, so that one set of statements serves more than one database:
-- times are integer microseconds since 1970 UTC, ids are UUIDv7 as text (keys, never capabilities),
-- closed sets are short lower-case words held by a check, booleans are 0 or 1.

-- A person or an organisation. Not a phone number: numbers are shared and reissued.
create table customers (
    id          text primary key,
    tier        text not null check (tier in ('key', 'enterprise', 'family', 'individual')),
    created_at  bigint not null
);

-- A phone number or an address of a customer. It shows only what came after `valid_from`.
create table contacts (
    id           text primary key,
    customer_id  text not null references customers (id),
    kind         text not null check (kind in ('phone', 'email')),
    value        text not null,
    valid_from   bigint not null,
    valid_to     bigint
);
create index contacts_by_value on contacts (value, valid_from);

-- What the customer has: a number, an account, an installation at a place.
create table lines (
    id           text primary key,
    customer_id  text not null references customers (id),
    product      text not null,
    number       text,
    address      text,
    place        text,
    created_at   bigint not null
);

-- One thing a customer wants.
create table cases (
    id               text primary key,
    reference        text not null unique,
    -- The idempotency key of the form that made it, and a fingerprint of what was sent with it.
    key              text not null unique,
    content_hash     text not null,
    kind             text not null check (kind in ('enquiry', 'complaint', 'fault', 'recovery')),
    channel          text not null check (channel in ('portal', 'kiosk', 'counter', 'phone', 'letter', 'regulator', 'api')),
    language         text not null,
    state            text not null check (state in ('received', 'working', 'waiting', 'done', 'closed')),
    product          text,
    topic            text,
    symptom          text,
    place            text,
    stage            text check (stage in ('before', 'during', 'after')),
    tier             text not null check (tier in ('key', 'enterprise', 'family', 'individual')),
    customer_id      text not null references customers (id),
    contact_id       text references contacts (id),
    line_id          text references lines (id),
    -- The unit that serves it, and who answers for it: a person, or the duty role until a person takes it.
    unit             text not null,
    owner_duty       text not null,
    owner_staff_id   text,
    catalogue        text not null,
    rule             text not null,
    consent_version  integer not null,
    link_version     integer not null default 1,
    reopened         integer not null default 0,
    warned_at        bigint,
    opened_at        bigint not null,
    done_at          bigint,
    closed_at        bigint
);
create index cases_by_state on cases (state, done_at);
create index cases_by_owner on cases (owner_staff_id, state);

-- What the customer was told. The last row of a kind is the promise; the rows before are its history.
create table promises (
    case_id    text not null references cases (id),
    seq        integer not null,
    kind       text not null check (kind in ('answer', 'fix')),
    due_at     bigint not null,
    calendar   text not null,
    reason     text not null,
    made_at    bigint not null,
    primary key (case_id, seq)
);

-- The log of a case. A header is never changed or deleted: it is chained to the one before.
create table events (
    id         text primary key,
    case_id    text not null references cases (id),
    seq        integer not null,
    at         bigint not null,
    side       text not null check (side in ('above', 'below')),
    kind       text not null,
    actor      text not null,
    channel    text not null,
    body_hash  text not null,
    prev_hash  text not null,
    hash       text not null,
    unique (case_id, seq)
);
create trigger events_are_never_changed before update on events
begin
    select raise(abort, 'an event header is never changed');
end;
create trigger events_are_never_deleted before delete on events
begin
    select raise(abort, 'an event header is never deleted');
end;

-- What an event says. Erased together with its salt, so that the hash in the header tells nothing.
create table event_bodies (
    event_id  text primary key references events (id),
    salt      text not null,
    body      text not null
);

-- One department's part of a case.
create table legs (
    id           text primary key,
    case_id      text not null references cases (id),
    seq          integer not null,
    unit         text not null,
    department   text not null,
    connector    text not null,
    state        text not null check (state in ('planned', 'queued', 'accepted', 'working', 'paused', 'done', 'declined')),
    -- The legs that must be done before this one starts, by their seq, as a JSON list.
    waits_for    text not null default '[]',
    due_at       bigint not null,
    calendar     text not null,
    staff_id     text,
    queued_at    bigint,
    accepted_at  bigint,
    done_at      bigint,
    unique (case_id, seq)
);
create index legs_by_department on legs (unit, department, state);
-- The desk's queue: few legs are open, however many there ever were.
create index legs_open on legs (due_at) where state in ('queued', 'accepted', 'working', 'paused');
create index legs_done on legs (done_at) where state = 'done';

-- What a back office calls our case, and what we last saw of it.
create table counterparts (
    leg_id         text primary key references legs (id),
    connector      text not null,
    foreign_id     text not null,
    foreign_state  text,
    -- Fingerprints of the notes already taken over, so that polling takes none twice.
    seen           text not null default '[]',
    polled_at      bigint
);

-- What has been accepted and is still to be carried. Kept after carrying: it is the record of it.
create table outbox (
    id             text primary key,
    case_id        text not null references cases (id),
    leg_id         text not null references legs (id),
    -- Order within the case.
    seq            integer not null,
    connector      text not null,
    verb           text not null check (verb in ('open', 'note', 'state')),
    payload        text not null,
    -- Sent to a receiver that takes one.
    idempotency    text not null unique,
    -- `dead` waits for a person, who replays it or sets it aside; until then it blocks its case.
    state          text not null check (state in ('waiting', 'carried', 'dead', 'aside')),
    attempts       integer not null default 0,
    next_at        bigint not null,
    -- An attempt was begun and its end is not known: look our reference up before any repeat.
    in_doubt       integer not null default 0,
    maybe_doubled  integer not null default 0,
    last_trouble   text,
    created_at     bigint not null,
    carried_at     bigint,
    unique (case_id, seq)
);
create index outbox_by_due on outbox (state, connector, next_at);
-- Few rows need a person; the gauges and the desk ask for them again and again.
create index outbox_by_doubt on outbox (maybe_doubled) where maybe_doubled = 1;

-- Every attempt to carry, the successful one included.
create table outbox_attempts (
    outbox_id  text not null references outbox (id),
    attempt    integer not null,
    begun_at   bigint not null,
    ended_at   bigint,
    outcome    text,
    primary key (outbox_id, attempt)
);

-- One customer session. The token itself is never stored.
create table visitors (
    id          text primary key,
    token_hash  text not null unique,
    channel     text not null,
    created_at  bigint not null,
    expires_at  bigint not null
);
create index visitors_by_expiry on visitors (expires_at);

-- What a visitor has typed and not sent; one for each room.
create table drafts (
    visitor_id  text not null references visitors (id) on delete cascade,
    room        text not null check (room in ('enquiry', 'fault', 'survey')),
    key         text not null,
    sheet       text not null,
    seen        text not null,
    -- What the back office tied to it and no form can change, such as the case a closing survey is about.
    subject     text,
    -- Where it went, once it was sent.
    sent        text,
    -- What was typed after that: kept, so that it can be offered as a message.
    late        text,
    updated_at  bigint not null,
    primary key (visitor_id, room)
);

-- Which cases a visitor may see, and how much of them.
create table grants (
    visitor_id    text not null references visitors (id) on delete cascade,
    case_id       text not null references cases (id),
    scope         text not null check (scope in ('full', 'state')),
    -- A grant made from a secret link dies with the link's version.
    link_version  integer not null,
    primary key (visitor_id, case_id)
);

-- One cause behind many faults.
create table incidents (
    id           text primary key,
    product      text not null,
    -- A province, city or district code: everything below it is touched.
    place        text not null,
    title        text not null,
    text         text not null,
    expected_at  bigint,
    opened_at    bigint not null,
    ended_at     bigint
);

-- "I have it too." No case is made; the visitor's own key makes a double tap one row.
create table incident_joins (
    id           text primary key,
    incident_id  text not null references incidents (id),
    key          text not null unique,
    channel      text not null,
    place        text,
    contact      text,
    joined_at    bigint not null
);

-- A self-check that ended happily: counted, no case.
create table self_repairs (
    id       text primary key,
    key      text not null unique,
    product  text not null,
    symptom  text not null,
    check_code text not null,
    channel  text not null,
    at       bigint not null
);

-- One set of answers to a survey.
create table answer_sheets (
    id        text primary key,
    key       text not null unique,
    survey    text not null,
    version   integer not null,
    case_id   text references cases (id),
    rating    integer not null,
    reason    text,
    words     text,
    language  text not null,
    channel   text not null,
    at        bigint not null
);

-- People who work here.
create table staff (
    id          text primary key,
    login       text not null unique,
    name        text not null,
    unit        text not null,
    department  text not null,
    role        text not null check (role in ('front', 'specialist', 'coordinator', 'manager', 'administrator')),
    password    text not null,
    created_at  bigint not null,
    left_at     bigint
);

-- A staff session; the token itself is never stored.
create table staff_sessions (
    token_hash  text primary key,
    staff_id    text not null references staff (id),
    created_at  bigint not null,
    used_at     bigint not null,
    expires_at  bigint not null
);
create index staff_sessions_by_person on staff_sessions (staff_id);

-- The keys of the forms that staff sent: pressing twice is one act.
create table acts (
    key       text primary key,
    staff_id  text not null references staff (id),
    at        bigint not null
);

-- What a member of staff typed and could not be taken, so that the page can show it again.
-- `place` is a case's key or the name of another page.
create table unsent (
    staff_id    text not null references staff (id),
    place       text not null,
    act         text not null,
    about       integer,
    sheet       text not null,
    updated_at  bigint not null,
    primary key (staff_id, place)
);

-- Counted tries, so that a restart forgives nothing.
create table limits (
    key           text not null,
    window_start  bigint not null,
    count         integer not null,
    primary key (key, window_start)
);
