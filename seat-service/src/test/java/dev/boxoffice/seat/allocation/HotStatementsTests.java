package dev.boxoffice.seat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.TestShows.OpenShow;
import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.sale.Shows;
import dev.boxoffice.testing.TestClient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledgers' own statements, as Postgres carries them out against a house of many seats. */
class HotStatementsTests extends HoldTest {
  private static final List<Class<?>> LEDGERS =
      List.of(
          SeatLedger.class,
          HeldSeatLedger.class,
          HoldLedger.class,
          DueHoldLedger.class,
          BuyerLedger.class);
  private static final Pattern PART = Pattern.compile(" on (?:seats|seat_state)_(\\d)\\b");
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");
  private static final int SEATS = 20;

  /** An idle connection reports what it changed within ten seconds. */
  private static final Duration STATISTICS_WITHIN = Duration.ofSeconds(30);

  /** As the ledgers bind them. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("show", "uuid"),
          Map.entry("hold", "uuid"),
          Map.entry("booking", "uuid"),
          Map.entry("seats", "text[]"),
          Map.entry("holds", "text[]"),
          Map.entry("bookings", "text[]"),
          Map.entry("users", "text[]"),
          Map.entry("except", "text[]"),
          Map.entry("counts", "integer[]"),
          Map.entry("amounts", "bigint[]"),
          Map.entry("seconds", "double precision"),
          Map.entry("most", "integer"),
          Map.entry("max", "integer"),
          Map.entry("attempt", "integer"),
          Map.entry("how", "text"));

  private final TransactionTemplate transactions;

  HotStatementsTests(
      TestClient client,
      Shows shows,
      Clock clock,
      JdbcClient jdbc,
      StringRedisTemplate redis,
      TransactionTemplate transactions) {
    super(client, shows, clock, jdbc, redis);
    this.transactions = transactions;
  }

  @Test
  void everyOneKeepsToOnePartAndReadsNoTableWhole() {
    OpenShow show = shows.open(500);
    String holdId = hold("asha", show, 0, 1).expect(201).field("holdId");
    Map<String, String> statements = statements();
    assertThat(statements).hasSizeGreaterThan(15);

    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      Map<String, String> plans = plans(statements, mode, show, holdId);

      assertThat(plans.entrySet())
          .as(mode)
          .allSatisfy(
              plan -> {
                assertThat(plan.getValue()).as(plan.getKey()).doesNotContain("Seq Scan");
                assertThat(executedParts(plan.getValue()))
                    .as(plan.getKey() + " " + plan.getValue())
                    .hasSizeLessThanOrEqualTo(1);
              });
      assertThat(plans.values()).anyMatch(plan -> !executedParts(plan).isEmpty());
    }
  }

  @Test
  void seatsChangeHandsOnTheirOwnPage() {
    OpenShow show = shows.open(40);
    String part =
        jdbc.sql("select cast(tableoid as regclass) from seat_state where show_id = :show limit 1")
            .param("show", show.showId().value())
            .query((rs, _) -> String.valueOf(rs.getString(1)))
            .single();
    Updates before = updates(part);
    for (int row = 0; row < 40; row++) {
      int first = 10 * row;
      String holdId =
          hold("buyer-" + row, show, first, first + 1, first + 2, first + 3)
              .expect(201)
              .field("holdId");
      release("buyer-" + row, holdId).expect(204);
    }

    Awaitility.await()
        .atMost(STATISTICS_WITHIN)
        .until(() -> updates(part).all() - before.all() >= 320);

    Updates after = updates(part);
    assertThat(after.hot() - before.hot())
        .isGreaterThanOrEqualTo((after.all() - before.all()) * 95 / 100);
  }

  private record Updates(long all, long hot) {}

  private Updates updates(String part) {
    return jdbc.sql(
            """
            select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables
            where relid = cast(:part as regclass)
            """)
        .param("part", part)
        .query((rs, _) -> new Updates(rs.getLong("n_tup_upd"), rs.getLong("n_tup_hot_upd")))
        .single();
  }

  /** The statements that the ledgers keep as constants, by name. */
  private static Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    for (Class<?> ledger : LEDGERS) {
      for (Field field : ledger.getDeclaredFields()) {
        if (field.getType() == String.class
            && Modifier.isStatic(field.getModifiers())
            && !Modifier.isPrivate(field.getModifiers())) {
          statements.put(ledger.getSimpleName() + "." + field.getName(), read(field));
        }
      }
    }
    return statements;
  }

  private static String read(Field field) {
    try {
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Carries each statement out among many other holds, and takes it back. */
  private Map<String, String> plans(
      Map<String, String> statements, String mode, OpenShow show, String holdId) {
    Map<String, String> plans = new HashMap<>();
    transactions.executeWithoutResult(
        transaction -> {
          transaction.setRollbackOnly();
          fill();
          run("set local plan_cache_mode = " + mode);
          statements.forEach(
              (name, sql) -> plans.put(name, plan(transaction, name, sql, show, holdId)));
        });
    return plans;
  }

  private String plan(
      TransactionStatus transaction, String name, String sql, OpenShow show, String holdId) {
    Object savepoint = transaction.createSavepoint();
    Map<String, Object> values = values(show, holdId);
    List<String> names = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(sql);
    StringBuilder numbered = new StringBuilder();
    while (parameter.find()) {
      if (!names.contains(parameter.group(1))) {
        names.add(parameter.group(1));
      }
      parameter.appendReplacement(
          numbered, Matcher.quoteReplacement("$" + (names.indexOf(parameter.group(1)) + 1)));
    }
    parameter.appendTail(numbered);
    String types = names.stream().map(TYPES::get).collect(Collectors.joining(", "));
    run("prepare hot_statement (" + types + ") as " + numbered);
    String arguments =
        names.stream().map(values::get).map(String::valueOf).collect(Collectors.joining(", "));
    String plan =
        String.join(
            "\n",
            jdbc.sql(
                    "explain (analyze, costs off, timing off, summary off, buffers off)"
                        + " execute hot_statement("
                        + arguments
                        + ")")
                .query(String.class)
                .list());
    run("deallocate hot_statement");
    transaction.rollbackToSavepoint(savepoint);
    return name + "\n" + plan;
  }

  /** A literal for each name that the statements give a parameter. */
  private static Map<String, Object> values(OpenShow show, String holdId) {
    List<UUID> holds = IntStream.range(0, SEATS).mapToObj(_ -> UUID.randomUUID()).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("show", quoted(show.id()));
    values.put("seats", array(IntStream.range(100, 100 + SEATS).mapToObj(show::seat)));
    values.put("holds", array(holds.stream()));
    values.put("bookings", array(holds.stream()));
    values.put("hold", quoted(holdId));
    values.put("booking", quoted(new BookingId(UUID.randomUUID()).value()));
    values.put("users", array(IntStream.range(0, SEATS).mapToObj(n -> "buyer-" + n)));
    values.put("except", array(holds.stream()));
    values.put("counts", array(IntStream.range(0, SEATS).mapToObj(_ -> 1)));
    values.put("amounts", array(IntStream.range(0, SEATS).mapToObj(_ -> 150_000)));
    values.put("seconds", "600");
    values.put("most", "6");
    values.put("max", "2");
    values.put("attempt", "1");
    values.put("how", quoted("RELEASED"));
    return values;
  }

  private static String array(Stream<?> values) {
    return quoted(values.map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
  }

  private static String quoted(Object value) {
    return "'" + value + "'";
  }

  /**
   * Tens of thousands of holds of thousands of other shows, so that reading a table whole would not
   * be cheapest.
   */
  private void fill() {
    run(
        """
        insert into hold (hold_id, show_id, user_id, status, expires_at, seat_count, total_amount,
          currency, created_at)
        select uuidv7(), uuidv7(), 'filler-' || n, 'ACTIVE', now() + interval '1 hour', 1, 1, 'INR',
               now()
        from generate_series(1, 30000) n
        """);
    run(
        """
        insert into hold_seat (hold_id, seat_id, price)
        select hold_id, uuidv7(), 1 from hold where user_id like 'filler-%'
        """);
    run(
        """
        insert into buyer_seats (show_id, user_id, n)
        select show_id, user_id, 1 from hold where user_id like 'filler-%'
        """);
    run(
        """
        insert into show_sale (show_id, event_id, venue_id, event_title, venue_name, timezone,
          layout_hash, show_time, currency, prices, seats_per_user_max, queue, allow_orphan_seats,
          dynamic_pricing, status, seat_id_base)
        select uuidv7(), uuidv7(), uuidv7(), 'filler', 'Hall', 'UTC', 'filler', now(), 'INR', '{}', 6,
               'OFF', true, false, 'OPEN', uuidv7()
        from generate_series(1, 5000) n
        """);
    run(
        """
        insert into section (show_id, section_id, position, name, zone, price_category, price,
          general_admission, first_seat_index, seat_count)
        select show_id, uuidv7(), 0, 'Stalls', 'Hall', 'A', 1, false, 0, 1
        from show_sale where event_title = 'filler'
        """);
    run("analyze hold, hold_seat, buyer_seats, show_sale, section");
  }

  private void run(String sql) {
    int rows = jdbc.sql(sql).update();
    assertThat(rows).isNotNegative();
  }

  /** The parts that were looked into; a part that was ruled out at the start is marked so. */
  private static Set<String> executedParts(String plan) {
    Set<String> parts = new TreeSet<>();
    plan.lines()
        .filter(line -> line.contains(" Scan ") && !line.contains("never executed"))
        .forEach(
            line -> {
              Matcher part = PART.matcher(line);
              while (part.find()) {
                parts.add(part.group(1));
              }
            });
    return parts;
  }
}
