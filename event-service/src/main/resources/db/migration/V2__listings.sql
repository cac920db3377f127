-- What lists of events are found by and ordered by: a row for each event that is shown. Nothing here is known
-- from here alone; the triggers below keep it, in the transaction that changes an event or a show.
create table listings (
  event_id       uuid        primary key references events (event_id) on delete cascade,
  city           text        not null,
  category       text        not null,
  title          text        not null,
  -- The event's words, with two more that nobody can type: its city and its category. So one look at one index
  -- finds what has the words and is there.
  words          tsvector    not null,
  -- When the next show is, as of the last time that anybody looked: only the order of lists depends on it.
  next_show_time timestamptz not null,
  start_date     date        not null,
  -- When the last show has begun and the last day is over.
  listed_until   timestamptz not null
);
create index listings_next on listings (next_show_time, start_date, event_id) include (listed_until);
create index listings_city on listings (city, next_show_time, start_date, event_id) include (listed_until, category);
create index listings_category on listings (category, next_show_time, start_date, event_id) include (listed_until);
create index listings_words on listings using gin (words);
create index listings_title on listings (md5(title), next_show_time, start_date, event_id) include (listed_until);
-- So that the planner can tell a word of a thousand events from one of a hundred thousand.
alter table listings alter words set statistics 500;

-- Every word that some event has had: what somebody typed may be one of these, misspelt.
create table vocabulary (
  word text primary key check (length(word) between 3 and 40)
);
create index vocabulary_trigrams on vocabulary using gin (word extensions.gin_trgm_ops);

create function listings_of(changed uuid[]) returns setof listings language sql stable as $$
  select e.event_id, lower(v.city), e.category, e.search_title,
         e.search_words || array_to_tsvector(array['=city ' || md5(lower(v.city)), '=category ' || e.category]),
         coalesce(s.next_show_time, 'infinity'), e.start_date, greatest(e.ends_at, s.last_show_time)
  from events e
  join venues v on v.venue_id = e.venue_id
  left join (
    select event_id, min(show_time) filter (where show_time > now()) as next_show_time,
           max(show_time) as last_show_time
    from shows
    where event_id = any (changed) and cancelled_at is null
    group by event_id
  ) s on s.event_id = e.event_id
  where e.event_id = any (changed) and e.status = 'ACTIVE'
$$;

-- Whoever calls this has the events locked, so that what is read here is not older than what is written.
create function list_events(changed uuid[]) returns void language sql as $$
  delete from listings l using events e
  where l.event_id = any (changed) and e.event_id = l.event_id and e.status <> 'ACTIVE';

  insert into listings
  select * from listings_of(changed) order by event_id
  on conflict (event_id) do update set
    title = excluded.title,
    words = excluded.words,
    next_show_time = excluded.next_show_time,
    listed_until = excluded.listed_until
$$;

create function words_of(text) returns setof text language sql immutable as $$
  select distinct word from regexp_split_to_table($1, '[[:space:][:punct:]]+') word where length(word) between 3 and 40
$$;

create function list_changed_events() returns trigger language plpgsql as $$
begin
  perform list_events(array(select event_id from changed));
  insert into vocabulary
  select distinct w.word from changed c, words_of(c.search_text) w (word) order by w.word
  on conflict do nothing;
  return null;
end
$$;

create function list_events_of_changed_shows() returns trigger language plpgsql as $$
begin
  perform list_events(array(select distinct event_id from changed));
  return null;
end
$$;

create trigger events_added after insert on events referencing new table as changed
  for each statement execute function list_changed_events();
create trigger events_changed after update on events referencing new table as changed
  for each statement execute function list_changed_events();
create trigger shows_added after insert on shows referencing new table as changed
  for each statement execute function list_events_of_changed_shows();
create trigger shows_changed after update on shows referencing new table as changed
  for each statement execute function list_events_of_changed_shows();
