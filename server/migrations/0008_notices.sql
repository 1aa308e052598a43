-- Telling the customer. Beside the outbox, which carries work to back offices: this carries news to
-- people, who have a night, a patience and a say in it.

-- What happened above the line and was not told yet: written together with the event, taken away
-- together with the notice that is made of it.
create table telling (
    event_id  text primary key references events (id)
);

-- What one contact is to be told. Its key is its cause, so that nothing is told twice: the event's
-- key, or the key of an incident's update and of who follows it.
create table notices (
    id          text primary key,
    case_id     text references cases (id),
    -- Who follows an incident without a case.
    follower_id text,
    kind        text not null,
    channel     text not null check (channel in ('mail', 'sms')),
    contact_id  text not null references contacts (id),
    state       text not null check (state in ('waiting', 'sent', 'failed', 'held', 'suppressed')),
    -- Why it was held or not sent; a word.
    reason      text,
    -- What a server or gateway said last; for staff.
    trouble     text,
    attempts    integer not null default 0,
    next_at     bigint not null,
    -- The operator's day on which it counts against what one contact may be sent.
    day         text,
    created_at  bigint not null,
    ended_at    bigint
);
create index notices_by_case on notices (case_id, created_at);
create index notices_by_contact on notices (contact_id, day);
-- Few notices wait, however many there ever were.
create index notices_waiting on notices (channel, next_at) where state = 'waiting';
create index notices_held on notices (next_at) where state = 'held';

-- Every attempt, the successful one included.
create table notice_attempts (
    notice_id  text not null references notices (id),
    attempt    integer not null,
    begun_at   bigint not null,
    ended_at   bigint,
    outcome    text,
    primary key (notice_id, attempt)
);

-- What a contact may be used for. Without a row: for news about what it was given for.
create table contact_words (
    contact_id      text primary key references contacts (id),
    -- Since when its owner wants no notices.
    stopped_at      bigint,
    -- Since when it is known to lead nowhere.
    unreachable_at  bigint
);
