-- The terms of a show's sale. One row a show, never written by the sale itself: holds must not queue for it.
create table show_sale (
  show_id              uuid        primary key,
  event_id             uuid        not null,
  venue_id             uuid        not null,
  event_title          text        not null,
  venue_name           text        not null,
  timezone             text        not null,
  layout_hash          text        not null,
  show_time            timestamptz not null,
  sales_start_at       timestamptz,
  currency             text        not null check (length(currency) = 3),
  prices               jsonb       not null,
  seats_per_user_max   integer     not null check (seats_per_user_max > 0),
  -- How the waiting room was to begin; see room for how it is.
  queue                text        not null check (queue in ('OFF', 'AUTO', 'ON')),
  allow_orphan_seats   boolean     not null,
  dynamic_pricing      boolean     not null,
  overbooking_percent_max numeric  not null default 0,
  status               text        not null check (status in ('PREPARING', 'OPEN', 'CANCELLED')),
  -- Every seat id of the show is this id plus the seat's index (its low 32 bits are zero).
  seat_id_base         uuid        not null,
  total_seats          integer     not null default 0,
  -- Set when the seats exist; a show cancelled before that never opened.
  opened_at            timestamptz,
  cancelled_at         timestamptz,
  -- Whoever prepares the show has it until then; afterwards another may.
  prepare_lease_until  timestamptz,
  prepare_attempts     integer     not null default 0
);
create index show_sale_preparing on show_sale (show_id) where status = 'PREPARING';

-- Whether buyers of a show must have been let in by its waiting room, as it was last heard. Apart from show_sale,
-- because the two are heard of in any order; a show that nothing was heard of goes by its own terms.
create table room (
  show_id          uuid        primary key,
  admission_needed boolean     not null,
  changed_at       timestamptz not null
);

-- Layouts by the hash of their content: fetched once, the same for ever.
create table layout (
  layout_hash text        primary key,
  body        text        not null,
  fetched_at  timestamptz not null default now()
);

create table section (
  show_id           uuid    not null,
  section_id        uuid    not null,
  position          integer not null,
  name              text    not null,
  zone              text    not null,
  price_category    text    not null,
  price             bigint  not null check (price >= 0),
  general_admission boolean not null,
  -- The section's seats are one run of indexes.
  first_seat_index  integer not null,
  seat_count        integer not null,
  primary key (show_id, section_id),
  unique (show_id, position)
);

-- What never changes about a seat. Ordered by seat_id it is ordered by seat_index: ids count upwards.
create table seats (
  show_id          uuid    not null,
  seat_id          uuid    not null,
  section_id       uuid    not null,
  seat_index       integer not null,
  x                double precision not null,
  y                double precision not null,
  -- Who sits beside whom: seat indexes of the same show, null at the end of a row.
  left_index       integer,
  right_index      integer,
  accessible       boolean not null,
  companion        boolean not null,
  restricted_view  boolean not null,
  row_label        text,
  seat_number      text    not null,
  block            text,
  primary key (show_id, seat_id)
) partition by hash (show_id);

-- What changes about a seat, and nothing else. No index on a mutable column: every update stays on its page.
create table seat_state (
  show_id         uuid        not null,
  seat_id         uuid        not null,
  hold_id         uuid,
  booking_id      uuid,
  hold_expires_at timestamptz,
  version         integer     not null default 0,
  status          text        not null default 'AVAILABLE'
                  check (status in ('AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED')),
  primary key (show_id, seat_id),
  check ((status = 'HELD') = (hold_expires_at is not null)),
  check ((status in ('HELD', 'BOOKED')) = (hold_id is not null)),
  check ((status = 'BOOKED') = (booking_id is not null))
) partition by hash (show_id);

do $$
begin
  for part in 0..7 loop
    execute format(
      'create table seats_%s partition of seats for values with (modulus 8, remainder %s)', part, part);
    execute format(
      'create table seat_state_%s partition of seat_state for values with (modulus 8, remainder %s)'
      ' with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05)', part, part);
  end loop;
end $$;

-- A buyer's claim on seats, all of them or none, for a while.
create table hold (
  hold_id      uuid        primary key,
  show_id      uuid        not null,
  user_id      text        not null,
  status       text        not null check (status in ('ACTIVE', 'PAYING', 'BOOKED', 'RELEASED', 'EXPIRED')),
  -- When the seats become free again; the pay deadline while PAYING.
  expires_at   timestamptz not null,
  -- What was left of the hold when paying began, given back by a decline.
  remaining    interval,
  booking_id   uuid,
  -- The number of the booking's attempt that pays or was last to.
  attempt      integer     not null default 0,
  extensions   integer     not null default 0,
  seat_count   integer     not null check (seat_count > 0),
  total_amount bigint      not null,
  currency     text        not null,
  created_at   timestamptz not null,
  booked_at    timestamptz,
  ended_at     timestamptz
);
create index hold_due on hold (expires_at) where status in ('ACTIVE', 'PAYING');

-- The seats of a hold and the prices it fixed.
create table hold_seat (
  hold_id     uuid   not null,
  seat_id     uuid   not null,
  price       bigint not null,
  returned_at timestamptz,
  primary key (hold_id, seat_id)
);

-- Seats of a show that a buyer holds or has booked. Its row is locked before any of them changes hands.
create table buyer_seats (
  show_id uuid    not null,
  user_id text    not null,
  n       integer not null check (n >= 0),
  primary key (show_id, user_id)
) with (fillfactor = 70);

-- Every change of every seat, in the transaction that made it. By time, so that old parts can be dropped whole.
create table seat_event (
  at          timestamptz not null default clock_timestamp(),
  show_id     uuid        not null,
  seat_id     uuid        not null,
  hold_id     uuid        not null,
  booking_id  uuid,
  version     integer     not null,
  from_status text        not null,
  to_status   text        not null
) partition by range (at);
create index seat_event_by_show on seat_event (show_id, at);
-- Catches what no part was made for; empty as long as the monthly parts are made in time.
create table seat_event_other partition of seat_event default;

create function make_seat_event_parts(months_ahead integer) returns void
language plpgsql as $$
declare
  month date;
begin
  for ahead in 0..months_ahead loop
    month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
    execute format(
      'create table if not exists seat_event_%s partition of seat_event for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'),
      month::text || ' 00:00:00+00', ((month + interval '1 month')::date)::text || ' 00:00:00+00');
  end loop;
end $$;
select make_seat_event_parts(3);

-- Counts last published of a show, so that all instances together publish at most one a second.
create table published_counts (
  show_id      uuid        primary key,
  published_at timestamptz not null,
  counts       jsonb
);
