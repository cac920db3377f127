package dev.boxoffice.event.search;

import com.google.errorprone.annotations.FormatMethod;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Generates a catalogue, or searches one and says how long that took. Its environment is that of
 * event-service.
 */
public final class SearchBench {
  private static final Duration COLD = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final int PLANS_EACH = 5;
  private static final Pattern INDEX = Pattern.compile("(?:using|Index Scan on) (\\w+)");
  private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

  /** As event-service asks for each of its connections. */
  private static final String AS_THE_SERVICE =
      "set plan_cache_mode = force_custom_plan; set random_page_cost = 1.1; set jit = off";

  private final Connection connection;
  private final JdbcClient jdbc;
  private final Clock clock = Clock.systemUTC();

  private SearchBench(Connection connection) {
    this.connection = connection;
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /**
   * Does what it is told.
   *
   * @param arguments {@code generate EVENTS}, or {@code measure ADDRESS RATE SECONDS SEED}
   * @throws IllegalStateException if searches of a warm service failed; the report is said
   *     nevertheless
   */
  public static void main(String[] arguments)
      throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection =
        DriverManager.getConnection(
            setting("SPRING_DATASOURCE_URL"),
            setting("SPRING_DATASOURCE_USERNAME"),
            setting("SPRING_DATASOURCE_PASSWORD"))) {
      SearchBench bench = new SearchBench(connection);
      if (arguments[0].equals("generate")) {
        bench.generate(Integer.parseInt(arguments[1]));
      } else {
        bench.measure(
            arguments[1],
            Integer.parseInt(arguments[2]),
            Duration.ofSeconds(Long.parseLong(arguments[3])),
            Long.parseLong(arguments[4]));
      }
    }
  }

  private void generate(int events) throws SQLException {
    long begin = System.nanoTime();
    GeneratedCatalogue.write(connection, events);
    say("%d events written in %.0f s", events, secondsSince(begin));
    begin = System.nanoTime();
    GeneratedCatalogue.settle(connection);
    say("vacuumed and analysed in %.0f s", secondsSince(begin));
    jdbc.sql(
            """
            select c.relname, pg_size_pretty(pg_relation_size(c.oid)) as size
            from pg_class c
            where c.relnamespace = cast(current_schema as regnamespace)
              and pg_relation_size(c.oid) > 1000000
            order by pg_relation_size(c.oid) desc
            """)
        .query((rs, _) -> "  %-22s %s".formatted(rs.getString(1), rs.getString(2)))
        .list()
        .forEach(System.out::println);
  }

  private void measure(String address, int rate, Duration lasts, long seed)
      throws SQLException, InterruptedException, ExecutionException {
    GeneratedCatalogue.run(connection, AS_THE_SERVICE);
    SearchBenchWishes wishes = new SearchBenchWishes(jdbc, clock.instant(), seed);
    SearchBenchLoad load = new SearchBenchLoad(address, wishes, rate);
    say("%d searches/s, just started, for %d s", rate, COLD.toSeconds());
    load.run(COLD).lines().forEach(System.out::println);
    SearchBenchLoad.Report warmUp = load.run(WARM_UP);
    say(
        "after %d s more (%s)",
        WARM_UP.toSeconds(), warmUp.lines().getLast().replaceAll(" +", " "));
    say("%d searches/s, warm, for %d s", rate, lasts.toSeconds());
    SearchBenchLoad.Report warm = load.run(lasts);
    warm.lines().forEach(System.out::println);
    say("the statement that finds the first page, alone: with its indexes, and with none");
    say("%-14s %9s %9s %7s  %s", "kind", "with ms", "none ms", "ratio", "indexes");
    for (SearchBenchKind kind : SearchBenchKind.values()) {
      explain(kind, wishes);
    }
    // What has just started turns some away; that is in its table.
    long failed = warmUp.failed() + warm.failed();
    if (failed > 0) {
      throw new IllegalStateException(failed + " searches failed");
    }
  }

  private void explain(SearchBenchKind kind, SearchBenchWishes wishes) throws SQLException {
    Set<String> indexes = new LinkedHashSet<>();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int n = 0; n < PLANS_EACH; n++) {
      ListingQuery.Statement statement = first(wishes.of(kind));
      String plan = plan(statement);
      Matcher index = INDEX.matcher(plan);
      while (index.find()) {
        indexes.add(index.group(1));
      }
      with.add(time(plan));
      forbidIndexes("off");
      without.add(time(plan(statement)));
      forbidIndexes("on");
    }
    double median = median(with);
    say(
        "%-14s %9.2f %9.1f %7.0f  %s",
        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        median,
        median(without),
        median(without) / median,
        indexes);
  }

  private ListingQuery.Statement first(SearchBenchWishes.Wish wish) {
    Criteria criteria = wish.criteria();
    Typed typed = criteria.query();
    TextQuery text = typed == null ? null : TextQuery.typed(typed);
    if (typed != null && wish.kind() == SearchBenchKind.MISSPELT) {
      TextQuery meant = new CorrectSpelling(new VocabularyLedger(jdbc)).correct(typed);
      text = meant == null ? text : meant;
    }
    ListingQuery query = new ListingQuery(criteria, text, clock.instant());
    return typed == null && criteria.date() == null
        ? query.inOrder(20, (wish.page() - 1) * 20L)
        : query.all(typed, criteria.date() == null ? Totals.FEW + 1 : null, 20, 0);
  }

  private void forbidIndexes(String allowed) throws SQLException {
    for (String way : List.of("indexscan", "indexonlyscan", "bitmapscan")) {
      GeneratedCatalogue.run(connection, "set enable_" + way + " = " + allowed);
    }
  }

  private String plan(ListingQuery.Statement statement) {
    return String.join(
        "\n",
        jdbc.sql("explain (analyze, costs off, timing off) " + statement.sql())
            .params(statement.values())
            .query((rs, _) -> rs.getString(1))
            .list());
  }

  private static double time(String plan) {
    Matcher time = TIME.matcher(plan);
    if (!time.find()) {
      throw new IllegalStateException("no time in " + plan);
    }
    return Double.parseDouble(time.group(1));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  @FormatMethod
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static String setting(String variable) {
    return Objects.requireNonNull(System.getenv(variable), () -> variable + " is not set");
  }
}
