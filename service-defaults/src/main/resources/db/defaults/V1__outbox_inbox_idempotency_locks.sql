-- Tables of service-defaults; they live in each service's own schema.

-- Events not yet in Kafka. A row goes when the broker has acknowledged it, so what is here is what is unsent.
create table outbox (
  position      bigint generated always as identity primary key,
  event_id      uuid        not null default uuidv7(),
  topic         text        not null,
  message_key   text        not null,
  type          text        not null,
  payload       text        not null,
  traceparent   text,
  created_at    timestamptz not null default now(),
  -- A row the broker will never take (too large, say) is parked so that it holds up nobody behind it.
  parked_at     timestamptz,
  parked_reason text
);

-- Events already applied. Rows older than the brokers' retention are deleted.
create table inbox (
  consumer    text        not null,
  event_id    text        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_received_at on inbox (received_at);

-- First answers of requests that carried an Idempotency-Key.
create table idempotent_request (
  user_id      text        not null,
  request_key  text        not null,
  fingerprint  text        not null,
  started_at   timestamptz not null default now(),
  finished_at  timestamptz,
  status       integer,
  content_type text,
  location     text,
  body         text,
  primary key (user_id, request_key)
);
create index idempotent_request_started_at on idempotent_request (started_at);

-- Leases of ShedLock: which instance does a periodic job now.
create table shedlock (
  name       text        not null primary key,
  lock_until timestamptz not null,
  locked_at  timestamptz not null,
  locked_by  text        not null
);
