package dev.boxoffice.event.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.event.Programme;
import dev.boxoffice.event.catalogue.EventCategory;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searching among twenty thousand events: by which indexes, in which order, page after page. */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class LargeCatalogueTests {
  private static final int EVENTS = 20_000;
  private static final String BIG_CITY = "Mumbai";

  /** Whole pages. */
  private static final int READ_MAX = 2_000;

  private final TestClient client;
  private final JdbcClient jdbc;
  private final DataSource database;
  private final Clock clock;

  LargeCatalogueTests(TestClient client, JdbcClient jdbc, DataSource database, Clock clock) {
    this.client = client;
    this.jdbc = jdbc;
    this.database = database;
    this.clock = clock;
  }

  @BeforeAll
  void generate() throws SQLException {
    try (Connection connection = database.getConnection()) {
      GeneratedCatalogue.write(connection, EVENTS);
      GeneratedCatalogue.settle(connection);
    }
  }

  @AfterAll
  void remove() throws SQLException {
    try (Connection connection = database.getConnection()) {
      GeneratedCatalogue.remove(connection);
    }
  }

  @Test
  void everyKindOfSearchUsesAnIndex() {
    assertThat(jdbc.sql("show statement_timeout").query(String.class).single()).isEqualTo("20s");
    assertThat(jdbc.sql("show plan_cache_mode").query(String.class).single())
        .isEqualTo("force_custom_plan");

    Map<String, String> plans = new TreeMap<>();
    statements().forEach((name, statement) -> plans.put(name, plan(statement)));

    assertThat(plans).hasSizeGreaterThan(20);
    assertThat(plans)
        .allSatisfy(
            (name, plan) ->
                assertThat(plan)
                    .as(name + "\n" + plan)
                    .doesNotContain("Seq Scan")
                    .containsAnyOf("listings_", "vocabulary_"));
    assertThat(plans.get("everything, in order")).contains("listings_next");
    assertThat(plans.get("a city, in order")).contains("listings_city");
    assertThat(plans.get("a category, in order")).contains("listings_category");
    assertThat(plans.get("a name, all")).contains("listings_words");
    assertThat(plans.get("a name in a city, all")).contains("listings_words");
    assertThat(plans.get("a day, all")).contains("shows_local_date");
    assertThat(plans.get("a title, titled")).contains("listings_title");
    assertThat(plans.get("misspelt")).contains("vocabulary_trigrams");
  }

  private Map<String, ListingQuery.Statement> statements() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
    EventCategory category = EventCategory.THEATER;
    Map<String, ListingQuery.Statement> all = new TreeMap<>();
    add(all, "everything", null, null, null, null);
    add(all, "a city", BIG_CITY, null, null, null);
    add(all, "a category", null, category, null, null);
    add(all, "a city's category", BIG_CITY, category, null, null);
    add(all, "a day", null, null, day, null);
    add(all, "a city's day", BIG_CITY, null, day, null);
    add(all, "a name", null, null, null, rareName());
    add(all, "a name in a city", BIG_CITY, null, null, rareName());
    add(all, "a title", null, null, null, "hamlet");
    add(all, "a word on a day", null, category, day, "night");
    all.put(
        "misspelt",
        new ListingQuery.Statement(
            VocabularyLedger.ALIKE_WORDS, Map.of("word", "philharmnic", "most", 50)));
    all.put(
        "known",
        new ListingQuery.Statement(VocabularyLedger.HAS_EVENTS, Map.of("word", "nocturne")));
    return all;
  }

  private void add(
      Map<String, ListingQuery.Statement> all,
      String name,
      @Nullable String city,
      @Nullable EventCategory category,
      @Nullable LocalDate date,
      @Nullable String text) {
    Typed typed = Typed.of(text);
    TextQuery words = typed == null ? null : TextQuery.typed(typed);
    Criteria criteria = new Criteria(city, category, date, typed);
    ListingQuery query = new ListingQuery(criteria, words, clock.instant());
    if (typed != null || date != null) {
      all.put(name + ", all", query.all(typed, date == null ? Totals.FEW + 1 : null, 20, 0));
    }
    if (date == null) {
      all.put(name + ", in order", query.inOrder(20, 40));
      all.put(name + ", counted", query.count());
      all.put(name + ", counted up to many", query.countUpTo(Totals.FEW + 1));
    }
    if (typed != null && date == null) {
      all.put(name + ", titled", query.titled(typed, 20, 0));
      all.put(name + ", not titled", query.notTitled(typed, 20, 0));
      all.put(name + ", titles counted", query.countTitled(typed));
    }
  }

  private String plan(ListingQuery.Statement statement) {
    return String.join(
        "\n",
        jdbc.sql("explain (costs off) " + statement.sql())
            .params(statement.values())
            .query(String.class)
            .list());
  }

  @Test
  void pagesFollowEachOther() {
    for (String criteria :
        List.of(
            "?city=" + BIG_CITY,
            "?category=movies",
            "?city=london&category=theater",
            "?query=hamlet",
            "?query=night&city=" + BIG_CITY,
            "?date=" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(12))) {
      List<String> read = new ArrayList<>();
      long total = Long.MAX_VALUE;
      for (int page = 1; read.size() < Math.min(total, READ_MAX); page++) {
        Answer answer = client.get("/v1/events" + criteria + "&limit=100&page=" + page).expect(200);
        total = answer.body().path("total").asLong();
        List<String> ids = ids(answer);
        assertThat(ids).as(criteria + " page " + page + " of " + total).isNotEmpty();
        read.addAll(ids);
      }

      assertThat(read).as(criteria).doesNotHaveDuplicates();
      assertThat(read).as(criteria).hasSize((int) Math.min(total, READ_MAX));
    }
  }

  @Test
  void whatIsManyIsCountedExactlyAndInOrder() {
    Answer found = client.get("/v1/events?limit=100").expect(200);

    assertThat(found.body().path("total").asLong())
        .isGreaterThan(Totals.FEW)
        .isBetween(listed() - 5, listed() + 5);
    List<String> times =
        found
            .body()
            .path("items")
            .valueStream()
            .map(i -> i.path("nextShowTime").asString())
            .toList();
    assertThat(times).isSorted();
  }

  private long listed() {
    return jdbc.sql("select count(*) from listings where listed_until > now()")
        .query(Long.class)
        .single();
  }

  @Test
  void nobodyReadsOnForEver() {
    client.get("/v1/events?page=100&limit=100").expect(200);
    client.get("/v1/events?page=101&limit=100").expect(400, "VALIDATION_FAILED");
    client.get("/v1/events?page=501&query=hamlet").expect(400, "VALIDATION_FAILED");
    Answer beyond = client.get("/v1/events?page=90&limit=100&city=Jarlham").expect(200);
    assertThat(ids(beyond)).isEmpty();
  }

  @Test
  void exactNamesComeFirstAmongMany() {
    Programme programme = new Programme(client.asOrganiser("olga"));
    String venue = programme.venue(Programme.newCity());
    programme.addEvent(venue, "Night");
    programme.addEvent(venue, "Night and Night");

    Answer found = client.get("/v1/events?limit=20&query=night").expect(200);

    assertThat(found.body().path("total").asLong()).isGreaterThan(Totals.FEW);
    assertThat(Programme.titles(found)).hasSize(20).startsWith("Night");
    Answer second = client.get("/v1/events?limit=20&page=2&query=night").expect(200);
    assertThat(ids(second)).hasSize(20).doesNotContainAnyElementsOf(ids(found));
  }

  @Test
  void exactNamesComeFirstAmongFew() {
    List<String> titles = titles("hamlet", BIG_CITY);

    assertThat(titles).contains("Hamlet").anyMatch(title -> title.startsWith("Hamlet by the"));
    assertThat(titles.lastIndexOf("Hamlet")).isLessThan(firstOther(titles, "Hamlet"));
    assertThat(titles).allMatch(title -> title.contains("Hamlet"));
  }

  private static int firstOther(List<String> titles, String title) {
    int first = 0;
    while (first < titles.size() && titles.get(first).equals(title)) {
      first++;
    }
    return first;
  }

  @Test
  void slipsOfThePenFindWhatWasMeantAndNotItsNeighbours() {
    assertThat(titles("Hamiltn", BIG_CITY)).isNotEmpty().allMatch(t -> t.contains("Hamilton"));
    assertThat(titles("hamlte", BIG_CITY)).isNotEmpty().allMatch(t -> t.contains("Hamlet"));
    assertThat(titles("swna lake", BIG_CITY)).isNotEmpty().allMatch(t -> t.contains("Swan Lake"));
    assertThat(titles("symphonie orchestr", BIG_CITY))
        .isNotEmpty()
        .allMatch(t -> t.contains("Symphony Orchestra"));
    assertThat(titles("xqzvbnm", BIG_CITY)).isEmpty();

    String name = rareName();
    String misspelt = name.substring(0, name.length() - 2) + name.charAt(name.length() - 1);
    assertThat(titles(misspelt, null)).anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(name));
  }

  @Test
  void everyListingIsWhatItsEventAndShowsSay() {
    Long wrong =
        jdbc.sql(
                """
                select count(*)
                from listings_of(array(select event_id from events)) o
                full join listings l on l.event_id = o.event_id
                where l.event_id is null or o.event_id is null
                   or (l.city, l.category, l.title, l.words, l.start_date, l.listed_until)
                      is distinct from
                      (o.city, o.category, o.title, o.words, o.start_date, o.listed_until)
                   or (l.next_show_time <> o.next_show_time and l.next_show_time > now())
                """)
            .query(Long.class)
            .single();

    assertThat(wrong).isZero();
  }

  /** Somebody who has an event to come, by a name that hardly anybody else has. */
  private String rareName() {
    String title =
        jdbc.sql(
                """
                select title from listings
                where listed_until > now() + interval '30 days' and title ~ '^[a-z]+ [a-z]{9,} live$'
                order by title limit 1
                """)
            .query(String.class)
            .single();
    return Objects.requireNonNull(title).split(" ", -1)[1];
  }

  private List<String> titles(String query, @Nullable String city) {
    String where = city == null ? "" : "&city=" + URLEncoder.encode(city, UTF_8);
    return Programme.titles(
        client.get("/v1/events?limit=100&query=" + URLEncoder.encode(query, UTF_8) + where));
  }

  private static List<String> ids(Answer found) {
    return found.body().path("items").valueStream().map(i -> i.path("eventId").asString()).toList();
  }
}
