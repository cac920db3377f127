-- What tickets say about a show; the catalogue's events keep it.
create table show_facts (
  show_id      uuid        not null primary key,
  title        text        not null,
  venue_name   text        not null,
  city         text        not null,
  timezone     text        not null,
  show_time    timestamptz not null,
  cancelled_at timestamptz
);

-- A ticket that is handed on is cancelled, and another is issued for its seat: the code of the first dies for good.
create table ticket (
  ticket_id     uuid        not null primary key,
  booking_id    uuid        not null,
  show_id       uuid        not null,
  seat_id       uuid        not null,
  place         integer     not null,
  section       text        not null,
  row_label     text,
  seat_number   text        not null,
  holder        text        not null,
  code          text        not null,
  issued_at     timestamptz not null,
  status        text        not null check (status in ('ISSUED', 'CHECKED_IN', 'CANCELLED')),
  checked_in_at timestamptz,
  gate          text,
  check ((status = 'CHECKED_IN') = (checked_in_at is not null))
) with (fillfactor = 85);
create index ticket_of_booking on ticket (booking_id);
create index ticket_cancelled_of_show on ticket (show_id) where status = 'CANCELLED';
create unique index ticket_one_a_seat on ticket (booking_id, seat_id) where status <> 'CANCELLED';

-- Seats that were revoked, perhaps before their tickets were issued.
create table revoked_seat (
  booking_id uuid        not null,
  seat_id    uuid        not null,
  reason     text        not null,
  revoked_at timestamptz not null,
  primary key (booking_id, seat_id)
);

-- The PDF of one holder's tickets of a booking. A change of the tickets raises the revision; the printer follows.
create table document (
  booking_id       uuid        not null,
  holder           text        not null,
  show_id          uuid        not null,
  object_key       text        not null,
  revision         integer     not null default 1,
  printed_revision integer     not null default 0,
  attempts         integer     not null default 0,
  due_at           timestamptz not null default now(),
  announced_at     timestamptz,
  primary key (booking_id, holder)
);
create index document_due on document (due_at) where printed_revision < revision;

-- Scans that a door made without a network, by the member of staff who sent them, with the answers they got.
create table offline_scan (
  staff         text        not null,
  scan_id       text        not null,
  scanned_at    timestamptz not null,
  result        text,
  ticket_id     uuid,
  checked_in_at timestamptz,
  gate          text,
  primary key (staff, scan_id)
);

create table undone_check_in (
  ticket_id     uuid        not null references ticket,
  undone_at     timestamptz not null,
  staff         text        not null,
  reason        text        not null,
  checked_in_at timestamptz not null,
  gate          text,
  primary key (ticket_id, undone_at)
);
