-- A file beside something that was said: what it became once it was looked into, never as it came.
-- Who may see it follows from its event, so nothing here says so again.
create table attachments (
    -- Random, and no right to see it.
    id        text primary key,
    case_id   text not null references cases (id),
    event_id  text not null unique references events (id),
    kind      text not null check (kind in ('jpeg', 'png', 'pdf')),
    -- SQLite keeps bytes in a column of any name.
    bytes     bytea not null
);
create index attachments_by_case on attachments (case_id);
