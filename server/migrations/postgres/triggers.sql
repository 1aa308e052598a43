create function is_never_touched() returns trigger language plpgsql as $$
begin
    raise exception 'an event header is never %', tg_argv[0];
end $$;
create trigger events_are_never_changed before update on events
    for each row execute function is_never_touched('changed');
create trigger events_are_never_deleted before delete on events
    for each row execute function is_never_touched('deleted');
create trigger events_are_never_emptied before truncate on events
    for each statement execute function is_never_touched('deleted');
