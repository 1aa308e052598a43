-- What kiosks deposit: the references that a device holds for when it has no network, what became of
-- each deposit, and what nobody could read.

-- A reference with the case it will be, reserved for one device; drawn for nothing else.
create table reservations (
    reference    text primary key,
    case_id      text not null unique,
    kiosk_id     text not null,
    reserved_at  bigint not null,
    -- The key of the one deposit that used it.
    key          text unique
);
create index reservations_unused on reservations (kiosk_id) where key is null;

-- What was deposited and kept: one row a key, whatever it became.
create table deposits (
    key         text primary key,
    -- A fingerprint of the sealed text. The same again is the same deposit, even if by now the
    -- catalogue reads it otherwise or its key is gone.
    seal        text not null unique,
    kiosk_id    text not null,
    -- The case it made, if it was to make one.
    case_id     text references cases (id),
    -- Whether it was taken as it was meant, or is for a person to read.
    outcome     text not null check (outcome in ('taken', 'person')),
    pressed_at  bigint not null,
    at          bigint not null
);
create index deposits_by_case on deposits (case_id);
create index deposits_by_kiosk on deposits (kiosk_id, at);

-- What a kiosk sent and nobody could read, as it came.
create table unread_deposits (
    seal          text primary key,
    kiosk_id      text not null,
    why           text not null check (why in ('key', 'seal', 'content', 'twice')),
    key_id        bigint not null,
    reference     text,
    pressed_at    bigint not null,
    clock_offset  bigint not null,
    sealed        text not null,
    at            bigint not null
);
create index unread_deposits_by_kiosk on unread_deposits (kiosk_id, at);
