-- One department asks another for help, without a customer's case: the same rules as for a passing,
-- from the question to the rating.
create table requests (
    id               text primary key,
    -- Its number, in the shape of a reference, for talking about it.
    number           text not null unique,
    key              text not null unique,
    -- Who asks, and owns it to the end.
    from_unit        text not null,
    from_department  text not null,
    from_staff_id    text not null references staff (id),
    to_unit          text not null,
    to_department    text not null,
    title            text not null,
    state            text not null check (state in ('asked', 'taken', 'declined', 'answered', 'withdrawn')),
    -- Who helps.
    staff_id         text references staff (id),
    asked_at         bigint not null,
    answer_by        bigint not null,
    due_at           bigint not null,
    calendar         text not null,
    taken_at         bigint,
    ended_at         bigint,
    -- How often it was declined and asked again.
    bounces          integer not null default 0,
    score            integer check (score between 1 and 3),
    rated_at         bigint
);
create index requests_to on requests (to_unit, to_department, due_at) where state in ('asked', 'taken');
create index requests_from on requests (from_unit, from_department, asked_at);

-- What was said and done about a request, in order.
create table request_events (
    request_id  text not null references requests (id),
    seq         integer not null,
    at          bigint not null,
    staff_id    text not null references staff (id),
    kind        text not null,
    text        text,
    primary key (request_id, seq)
);
