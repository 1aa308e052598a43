-- Looking after staff and kiosks: what was said about a deed.
alter table kiosk_log add column said text;
alter table staff_log add column said text;

-- Numbers that lead to a case which has another: a kiosk had told one of a journey that a phone sent
-- first. Its link was made for the case that was to be (`link_id`), and opens as long as the case's
-- own link is of the same version as then.
create table other_numbers (
    reference     text primary key,
    case_id       text not null references cases (id),
    link_id       text not null,
    link_version  bigint not null
);

-- Where a kiosk stood before it was moved: what was pressed there counts there, whenever it comes.
create table kiosk_stays (
    kiosk_id  text not null references kiosks (id),
    until     bigint not null,
    shop      text not null,
    unit      text not null,
    primary key (kiosk_id, until)
);

-- Queues that staff carried here from kiosks without a network, with what became of each deposit.
create table kiosk_parcels (
    id        text primary key,
    kiosk_id  text not null references kiosks (id),
    staff_id  text not null references staff (id),
    at        bigint not null,
    taps      bigint not null
);
create table kiosk_parcel_deposits (
    parcel_id   text not null references kiosk_parcels (id),
    nth         bigint not null,
    told        text,
    pressed_at  bigint,
    outcome     text not null check (outcome in ('case', 'again', 'counted', 'unread', 'broken')),
    reference   text,
    primary key (parcel_id, nth)
);
