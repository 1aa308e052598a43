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
