-- Work begun and not yet ended: one row a process run. due_at says when anybody may take it up;
-- a lease keeps others away from whoever is at it.
create table work (
  kind        text        not null,
  key         uuid        not null,
  due_at      timestamptz not null,
  tries       integer     not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  primary key (kind, key)
);
create index work_due on work (due_at);

create table booking (
  booking_id   uuid        primary key,
  hold_id      uuid        not null,
  user_id      text        not null,
  email        text,
  status       text        not null check (status in ('PENDING', 'CONFIRMED', 'FAILED', 'CANCELLED')),
  -- The order is known once seat-service has put the hold aside for this booking.
  show_id      uuid,
  show_time    timestamptz,
  total_amount bigint      check (total_amount >= 0),
  currency     text,
  payment_id   uuid,
  ticket_url   text,
  created_at   timestamptz not null,
  booked_at    timestamptz,
  failed_at    timestamptz,
  cancelled_at timestamptz,
  unique (hold_id, user_id),
  check (status <> 'CONFIRMED' or (booked_at is not null and show_id is not null)),
  check (status <> 'CANCELLED' or cancelled_at is not null)
);
-- Anybody may ask to confirm any hold id; only one booking ever gets the hold.
create unique index booking_of_hold on booking (hold_id) where show_id is not null;
create index booking_of_user on booking (user_id, created_at desc, booking_id desc);
create index booking_of_show on booking (show_id, status) where show_id is not null;

create table booking_seat (
  booking_id    uuid    not null references booking on delete cascade,
  seat_id       uuid    not null,
  position      integer not null,
  section_id    uuid    not null,
  section       text    not null,
  row_label     text,
  seat_number   text    not null,
  price         bigint  not null check (price >= 0),
  cancelled_at  timestamptz,
  refund_amount bigint  not null default 0 check (refund_amount between 0 and price),
  primary key (booking_id, seat_id)
);

create table payment_attempt (
  payment_id          uuid        primary key,
  booking_id          uuid        not null references booking on delete cascade,
  number              integer     not null,
  payment_method_id   text        not null,
  step                text        not null,
  provider_payment_id text,
  next_action_url     text,
  refusal             text,
  decline_code        text,
  pay_deadline        timestamptz,
  started_at          timestamptz not null,
  ended_at            timestamptz,
  unique (booking_id, number)
);
create unique index payment_attempt_running on payment_attempt (booking_id) where ended_at is null;

create table provider_event (
  event_id    text        primary key,
  type        text        not null,
  received_at timestamptz not null
);
create index provider_event_received_at on provider_event (received_at);

create table cancellation (
  cancellation_id uuid        primary key,
  booking_id      uuid        not null references booking,
  -- The seats asked for, sorted; none means all that are left. The same again finds its answer by it.
  requested       uuid[]      not null,
  seat_ids        uuid[]      not null,
  cause           text        not null check (cause in ('BUYER', 'SHOW')),
  reason          text,
  percentage      integer     not null check (percentage between 0 and 100),
  amount          bigint      not null check (amount >= 0),
  currency        text        not null,
  step            text        not null,
  status_after    text,
  requested_at    timestamptz not null,
  settled_at      timestamptz
);
create unique index cancellation_asked on cancellation (booking_id, requested) where step <> 'REFUSED';
create unique index cancellation_running on cancellation (booking_id) where step = 'REVOKE';
create index cancellation_of_booking on cancellation (booking_id);

create table refund (
  refund_id           uuid        primary key references cancellation,
  booking_id          uuid        not null references booking,
  provider_payment_id text        not null,
  amount              bigint      not null check (amount > 0),
  currency            text        not null,
  status              text        not null check (status in ('DUE', 'PAID', 'REFUSED')),
  provider_refund_id  text,
  failure_code        text,
  due_since           timestamptz not null,
  settled_at          timestamptz
);
create index refund_of_booking on refund (booking_id);

create table show (
  show_id      uuid        primary key,
  organiser_id text,
  title        text,
  show_time    timestamptz,
  currency     text,
  cancelled_at timestamptz
);
create index show_cancelled on show (show_id) where cancelled_at is not null;

create table section_count (
  show_id    uuid        not null,
  section_id uuid        not null,
  available  integer     not null,
  held       integer     not null,
  counted_at timestamptz not null,
  primary key (show_id, section_id)
);

create table entry (
  ticket_id     uuid        primary key,
  show_id       uuid        not null,
  booking_id    uuid        not null,
  seat_id       uuid        not null,
  checked_in_at timestamptz not null
);
create index entry_of_show on entry (show_id);
