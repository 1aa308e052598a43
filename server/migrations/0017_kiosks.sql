-- Kiosks: the code by which one is paired, what holds its credential, what it said last, how it is
-- set, and what somebody must look at.

-- A device that shows a code. The code itself stands nowhere: the device's own secret says it.
create table kiosk_pairings (
    token_hash  text primary key,
    code        text unique,
    made_at     bigint not null,
    expires_at  bigint not null,
    -- Once somebody has claimed it; the code is spent by that.
    kiosk_id    text
);
create index kiosk_pairings_over on kiosk_pairings (expires_at);

create table kiosks (
    id             text primary key,
    name           text not null,
    shop           text not null,
    -- The unit the shop belonged to when it was paired, for when the catalogue knows it no more.
    unit           text not null,
    paired_by      text not null references staff (id),
    paired_at      bigint not null,
    -- What stands in the store for its credential: nothing before it was fetched, and after its end.
    token_hash     text unique,
    ended_at       bigint,
    ended_because  text check (ended_because in ('revoked', 'cloned')),
    -- How often it was heard, and which pages of it: see the rule about twins.
    beats          bigint not null default 0,
    pages          text not null default '[]',
    -- What it said last. Ages are as they were then.
    seen_at        bigint,
    build          text not null default '',
    queue          bigint not null default 0,
    oldest         bigint,
    frame          bigint,
    skew           bigint not null default 0,
    printer        text not null default 'unknown',
    key_ids        text not null default '',
    setup_applied  bigint not null default 0,
    setup_refused  bigint not null default 0
);
create index kiosks_heard on kiosks (seen_at) where ended_at is null;

-- How a kiosk is set: every version, by whom and when. Version 0 is what the program comes with.
create table kiosk_settings (
    kiosk_id  text not null references kiosks (id),
    version   bigint not null,
    body      text not null,
    at        bigint not null,
    staff_id  text not null references staff (id),
    primary key (kiosk_id, version)
);

-- What somebody must look at. It stays until a person has said that they know.
create table kiosk_alerts (
    id        text primary key,
    kiosk_id  text not null references kiosks (id),
    kind      text not null check (kind in ('cloned', 'silent', 'frozen', 'unreadable', 'setup')),
    -- When what it tells of began: one thing raises one alert.
    since     bigint not null,
    at        bigint not null,
    over_at   bigint,
    staff_id  text references staff (id),
    known_at  bigint,
    unique (kiosk_id, kind, since)
);
create index kiosk_alerts_open on kiosk_alerts (kiosk_id) where known_at is null;

-- What was done about a kiosk, and by whom.
create table kiosk_log (
    id        text primary key,
    kiosk_id  text not null references kiosks (id),
    at        bigint not null,
    actor     text not null,
    kind      text not null
);
create index kiosk_log_of on kiosk_log (kiosk_id, at);
