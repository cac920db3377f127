-- What a comparison with the payment provider's books has found. A row stays when it is settled.
create table reconciliation_difference (
  kind       text        not null,
  subject    text        not null,
  begun_at   timestamptz not null,
  ours       bigint      not null,
  theirs     bigint      not null,
  currency   text        not null,
  found_at   timestamptz not null,
  settled_at timestamptz,
  primary key (kind, subject)
);

create index payment_attempt_of_provider on payment_attempt (provider_payment_id)
  where provider_payment_id is not null;
create index payment_attempt_started_at on payment_attempt (started_at);
create index refund_of_provider on refund (provider_refund_id) where provider_refund_id is not null;
