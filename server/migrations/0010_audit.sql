-- The ends of cases' logs, gathered day by day and chained from one day to the next: so that it is
-- found when a whole case goes, or the end of its log, which no chain of its own could tell.

-- Where the log of a case ended when a period was closed; only of cases that had gone on since the
-- period before.
create table audit_heads (
    period   bigint not null,
    case_id  text not null,
    seq      bigint not null,
    hash     text not null,
    primary key (period, case_id)
);
create index audit_heads_by_case on audit_heads (case_id, seq);

-- A period that is closed: what had happened by the end of this day (UTC) is in it or before it.
create table audit_periods (
    seq        bigint primary key,
    day        text not null unique,
    -- The last event that was looked at; the next period begins from there.
    up_to      text not null,
    heads      bigint not null,
    heads_hash text not null,
    prev_hash  text not null,
    hash       text not null,
    closed_at  bigint not null
);
