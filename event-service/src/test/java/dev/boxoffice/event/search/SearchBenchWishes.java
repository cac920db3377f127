package dev.boxoffice.event.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.boxoffice.event.catalogue.EventCategory;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look for in the catalogue that there is. */
final class SearchBenchWishes {
  private static final int SAMPLES = 2_000;
  private static final int LIMIT = 20;
  private static final int DAYS = 90;
  private static final List<String> COMMON = List.of("live", "night", "music", "family show");
  private static final List<String> WORDS = List.of("night", "flamenco", "orchestra", "noir");

  private final SplittableRandom random;
  private final LocalDate today;
  private final List<String> cities;
  private final List<String> names;
  private final List<String> titles;
  private final List<SearchBenchKind> kinds = new ArrayList<>();

  SearchBenchWishes(JdbcClient jdbc, Instant now, long seed) {
    this.random = new SplittableRandom(seed);
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.cities = sample(jdbc, "city");
    this.titles = sample(jdbc, "title");
    this.names =
        titles.stream().filter(title -> title.matches("[a-z]+ [a-z]{7,}( live)?")).toList();
    for (SearchBenchKind kind : SearchBenchKind.values()) {
      for (int n = 0; n < kind.share(); n++) {
        kinds.add(kind);
      }
    }
  }

  /** A search. */
  record Wish(SearchBenchKind kind, Criteria criteria, int page) {
    String path() {
      StringBuilder path = new StringBuilder("/v1/events?limit=" + LIMIT + "&page=" + page);
      EventCategory category = criteria.category();
      Typed typed = criteria.query();
      add(path, "city", criteria.city());
      add(path, "category", category == null ? null : category.wireName());
      add(path, "date", criteria.date());
      add(path, "query", typed == null ? null : typed.text());
      return path.toString();
    }

    private static void add(StringBuilder path, String name, @Nullable Object value) {
      if (value != null) {
        path.append('&').append(name).append('=');
        path.append(URLEncoder.encode(value.toString(), UTF_8));
      }
    }
  }

  Wish any() {
    return of(one(kinds));
  }

  Wish of(SearchBenchKind kind) {
    EventCategory category = one(List.of(EventCategory.values()));
    LocalDate day = today.plusDays(random.nextInt(DAYS));
    return switch (kind) {
      case EVERYTHING -> wish(kind, null, null, null, null, 1 + random.nextInt(3));
      case CITY -> wish(kind, one(cities), null, null, null, 1 + random.nextInt(3));
      case CATEGORY -> wish(kind, null, category, null, null, 1);
      case CITY_CATEGORY -> wish(kind, one(cities), category, null, null, 1);
      case DAY -> wish(kind, null, null, day, null, 1);
      case CITY_DAY -> wish(kind, one(cities), null, day, null, 1);
      case NAME -> wish(kind, null, null, null, one(names), 1);
      case TITLE -> wish(kind, null, null, null, one(titles), 1);
      case COMMON_WORD -> wish(kind, null, null, null, one(COMMON), 1 + random.nextInt(3));
      case WORD_IN_CITY -> wish(kind, one(cities), null, null, one(WORDS), 1);
      case MISSPELT -> wish(kind, null, null, null, misspelt(one(names)), 1);
      case DEEP_PAGE -> wish(kind, null, null, null, null, 300 + random.nextInt(200));
    };
  }

  private static Wish wish(
      SearchBenchKind kind,
      @Nullable String city,
      @Nullable EventCategory category,
      @Nullable LocalDate date,
      @Nullable String text,
      int page) {
    return new Wish(kind, new Criteria(city, category, date, Typed.of(text)), page);
  }

  /** Two letters of the surname change places. */
  private String misspelt(String name) {
    char[] letters = name.replaceAll(" live$", "").toCharArray();
    int at = letters.length - 3 - random.nextInt(3);
    char moved = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = moved;
    return new String(letters);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<String> sample(JdbcClient jdbc, String column) {
    return jdbc.sql(
            "select "
                + column
                + " as value from listings where listed_until > now() order by md5(event_id::text)"
                + " limit "
                + SAMPLES)
        .query((rs, _) -> rs.getString("value"))
        .list();
  }
}
