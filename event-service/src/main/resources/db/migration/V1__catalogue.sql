-- Layouts by the hash of their canonical JSON, compressed. Never changed: many venues and all their shows share one.
create table layouts (
  layout_hash text        primary key check (layout_hash ~ '^[0-9a-f]{64}$'),
  content     bytea       not null,
  -- What a venue's answer lists, so that nobody unpacks a stadium for it.
  sections    text        not null check (sections is json array),
  total_seats integer     not null check (total_seats > 0),
  created_at  timestamptz not null default now()
);

create table venues (
  venue_id     uuid        primary key,
  organiser_id text        not null,
  name         text        not null,
  city         text        not null,
  timezone     text        not null,
  layout_hash  text        not null references layouts (layout_hash),
  total_seats  integer     not null,
  created_at   timestamptz not null,
  version      integer     not null
);
create index venues_city on venues (lower(city));

create table events (
  event_id     uuid        primary key,
  organiser_id text        not null,
  venue_id     uuid        not null references venues (venue_id),
  title        text        not null,
  description  text,
  category     text        not null check (category in ('MOVIES', 'CONCERTS', 'SPORTS', 'THEATER')),
  start_date   date        not null,
  end_date     date,
  -- When the event's last day ends where its venue is.
  ends_at      timestamptz not null,
  poster_url   text,
  metadata     text        not null check (metadata is json object),
  status       text        not null check (status in ('ACTIVE', 'HIDDEN', 'CANCELLED')),
  -- Title and description in lower case and without accents: what people type.
  search_title text        not null,
  search_text  text        not null,
  search_words tsvector    generated always as (
    setweight(to_tsvector('english', search_title), 'A') || setweight(to_tsvector('english', search_text), 'B')
  ) stored,
  created_at   timestamptz not null,
  version      integer     not null,
  check (end_date is null or end_date >= start_date)
);
create index events_venue on events (venue_id);
create index events_search_words on events using gin (search_words);
create index events_search_text on events using gin (search_text extensions.gin_trgm_ops);

create table shows (
  show_id                 uuid        primary key,
  event_id                uuid        not null references events (event_id),
  venue_id                uuid        not null references venues (venue_id),
  layout_hash             text        not null references layouts (layout_hash),
  show_time               timestamptz not null,
  -- The day of the show where its venue is.
  local_date              date        not null,
  sales_start_at          timestamptz,
  currency                text        not null check (currency ~ '^[A-Z]{3}$'),
  -- The lowest price of a category that has seats, until the sale says what is left.
  lowest_price            bigint      not null check (lowest_price >= 0),
  total_seats             integer     not null check (total_seats > 0),
  seats_per_user_max      integer     not null check (seats_per_user_max > 0),
  queue                   text        not null check (queue in ('OFF', 'AUTO', 'ON')),
  dynamic_pricing         boolean     not null,
  overbooking             boolean     not null,
  overbooking_percent_max numeric     not null check (overbooking_percent_max >= 0),
  allow_orphan_seats      boolean     not null,
  cancelled_at            timestamptz,
  created_at              timestamptz not null,
  version                 integer     not null
);
create index shows_event on shows (event_id, show_time);
create index shows_local_date on shows (local_date, event_id) where cancelled_at is null;

create table show_prices (
  show_id        uuid   not null references shows (show_id),
  price_category text   not null,
  amount         bigint not null check (amount >= 0),
  primary key (show_id, price_category)
);

-- What the sale of a show looks like, as last heard from the seat and queue services.
create table show_sales (
  show_id         uuid        primary key references shows (show_id),
  opened_at       timestamptz,
  total_seats     integer,
  available_seats integer,
  held_seats      integer,
  price_from      bigint,
  counted_at      timestamptz,
  room_open       boolean,
  room_changed_at timestamptz
);
