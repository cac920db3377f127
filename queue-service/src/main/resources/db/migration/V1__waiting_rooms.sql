-- The room of each show: its rules, and what else is shown at its door.
create table room (
  show_id        uuid        not null primary key,
  organiser_id   text        not null,
  mode           text        not null check (mode in ('OFF', 'AUTO', 'ON', 'PAUSED')),
  lobby_order    text        not null check (lobby_order in ('DRAW', 'ARRIVAL')),
  sales_start_at timestamptz,
  cancelled_at   timestamptz,
  price_from     bigint,
  price_to       bigint,
  seats_left     bigint,
  counted_at     timestamptz
);

-- The one row that every join of a show passes: the last number given, and whether the room is on.
create table turnstile (
  show_id uuid    not null primary key references room,
  joined  bigint  not null default 0,
  room_on boolean not null
);

-- Who joined. Whoever left keeps the row, without a place; joining again is a new entry at the end.
create table queue_entry (
  entry_id  uuid        not null primary key default uuidv7(),
  show_id   uuid        not null references room,
  user_id   text        not null,
  number    bigint      not null check (number > 0),
  joined_at timestamptz not null default now(),
  left_at   timestamptz,
  unique (show_id, number)
);
create unique index queue_entry_one_place on queue_entry (show_id, user_id) where left_at is null;
create index queue_entry_leavers on queue_entry (show_id, number) where left_at is not null;

-- How people are let in, and how far that is: everyone up to now_serving was admitted or has left.
create table admission_pace (
  show_id               uuid        not null primary key references room,
  batch_size            integer     not null check (batch_size > 0),
  batch_interval_millis bigint      not null check (batch_interval_millis > 0),
  active_max            integer     not null check (active_max > 0),
  running               boolean     not null,
  doors_open_at         timestamptz,
  now_serving           bigint      not null default 0,
  moved_at              timestamptz not null default '-infinity'
);
create index admission_pace_running on admission_pace (show_id) where running;

-- Who was let in, and until when.
create table admission (
  entry_id    uuid        not null primary key references queue_entry,
  show_id     uuid        not null,
  admitted_at timestamptz not null default now(),
  expires_at  timestamptz not null
);
create index admission_active on admission (show_id, expires_at);
