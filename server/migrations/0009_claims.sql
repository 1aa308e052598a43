-- What one server does, so that another on the same database does not do it too. A claim names the
-- server, by a name it gives itself at its start, and runs out: a server that died holds nothing up.

-- Of a row that is being carried. When it has run out nobody knows how far the server came.
alter table outbox add column claimed_by text;
alter table outbox add column claimed_until bigint;

-- Of work that has no row of its own, such as looking at a back office.
create table claims (
    name    text primary key,
    server  text not null,
    until   bigint not null
);
