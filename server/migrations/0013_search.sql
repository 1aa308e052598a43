-- Finding a case by what was said about it. Words, and of Chinese each two characters that stand side
-- by side, made in `store/search/terms.rs` and so the same in every database.

-- A short number for each case that can be found; later cases have larger ones, so that the newest
-- are found first. `terms` are the ones it is found by, so that they can be taken back one by one.
create table search_cases (
    number   bigint primary key,
    case_id  text not null unique references cases (id),
    terms    text not null
);
create table search_terms (
    term    text not null,
    number  bigint not null,
    primary key (term, number)
);
