-- Looking after staff and kiosks: what was said about a deed.
alter table kiosk_log add column said text;
alter table staff_log add column said text;
