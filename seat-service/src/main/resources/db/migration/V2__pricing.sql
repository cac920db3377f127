-- When a show's prices are to be recomputed next; whoever moves that has the show for one period.
create table show_pricing (
  show_id uuid        primary key,
  due_at  timestamptz not null
);

-- Every change of a section's price, and why. Amounts in minor units of the show's currency.
create table price_change (
  show_id    uuid        not null,
  section_id uuid        not null,
  changed_at timestamptz not null,
  from_price bigint      not null,
  to_price   bigint      not null,
  base_price bigint      not null,
  -- The factors that the base price was multiplied with, and what the last of them came from.
  demand     numeric     not null,
  time_left  numeric     not null,
  inventory  numeric     not null,
  available  integer     not null,
  total      integer     not null,
  primary key (show_id, section_id, changed_at)
);
