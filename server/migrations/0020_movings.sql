-- Journeys that kiosks offer to phones, and the codes they are offered under.

-- One row a journey. What was typed lies here, sealed, only until a phone takes it or its last code
-- runs out. What stays of one that was taken says whose it is now, and goes with that visitor: so
-- that it is one case, whichever of the two sends it.
create table movings (
    key         text primary key,
    kiosk_id    text not null,
    body        text,
    expires_at  bigint not null,
    claimed_at  bigint,
    visitor_id  text references visitors (id) on delete cascade
);
create index movings_open on movings (expires_at) where claimed_at is null;
create index movings_by_visitor on movings (visitor_id);

create table moving_codes (
    code_hash   text primary key,
    key         text not null references movings (key) on delete cascade,
    expires_at  bigint not null
);
create index moving_codes_of on moving_codes (key);
create index moving_codes_over on moving_codes (expires_at);
