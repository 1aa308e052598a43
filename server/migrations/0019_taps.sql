-- Presses on the faces of the question by the door. Nothing in here is about anybody. The reason is
-- written later than its press; `mark` says why a press is nobody's answer, and changes as long as
-- its neighbours come in.
create table taps (
    key       text primary key,
    kiosk     text not null,
    shop      text not null,
    question  text not null,
    version   integer not null,
    face      integer not null,
    faces     integer not null,
    reason    text,
    -- By the server's clock, and the day that was in the shop.
    at        bigint not null,
    day       text not null,
    mark      text check (mark in ('wiped', 'drummed', 'again'))
);
create index taps_of_kiosk on taps (kiosk, at);
create index taps_of_day on taps (day, shop, question, version, faces, face, mark);
