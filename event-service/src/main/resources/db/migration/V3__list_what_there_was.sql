-- Apart from V2, whose triggers lock out whoever changes an event until it commits. What is listed by now is
-- newer than what is read here, and stays.
set local statement_timeout = 0;

insert into listings
select * from listings_of(array(select event_id from events)) order by event_id
on conflict do nothing;

insert into vocabulary
select distinct w.word from events e, words_of(e.search_text) w (word) order by w.word
on conflict do nothing;
