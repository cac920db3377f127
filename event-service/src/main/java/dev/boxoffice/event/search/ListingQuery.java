package dev.boxoffice.event.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements that find listings by some criteria. Only what matters is in them, so that each
 * has the plan that is right for it.
 */
final class ListingQuery {
  private static final String IN_ORDER = "next_show_time, start_date, event_id";

  private final StringBuilder where = new StringBuilder("true");
  private final Map<String, Object> values = new HashMap<>();
  private final @Nullable String words;

  /**
   * What is found.
   *
   * @param text what its words must match; null if nothing was typed. City and category are then
   *     among the words: asked for twice, the planner would look twice.
   * @param now what is over by then is left out, unless its day is asked for
   */
  ListingQuery(Criteria criteria, @Nullable TextQuery text, Instant now) {
    this.words = text == null ? null : words(criteria, text);
    if (text == null && criteria.city() != null) {
      and("l.city = lower(:city)");
    }
    if (text == null && criteria.category() != null) {
      and("l.category = :category");
    }
    if (criteria.city() != null) {
      values.put("city", criteria.city());
    }
    if (criteria.category() != null) {
      values.put("category", criteria.category().name());
    }
    if (criteria.date() != null) {
      and(
          """
          l.event_id in (
            select s.event_id from shows s where s.local_date = :date and s.cancelled_at is null)
          """);
      values.put("date", criteria.date());
    } else {
      and("l.listed_until > :now");
      values.put("now", now.atOffset(ZoneOffset.UTC));
    }
    if (text != null) {
      and("numnode(" + text.expression() + ") > 0 and l.words @@ (" + words + ")");
      values.put("text", text.text());
    }
  }

  /**
   * A statement.
   *
   * @param values of its parameters, by name
   */
  record Statement(String sql, Map<String, Object> values) {
    Statement {
      values = Map.copyOf(values);
    }
  }

  /** How many there are, up to some number; read in order, so that few are looked at. */
  Statement countUpTo(int most) {
    return statement(
        """
        select count(*) from (
          select from listings l where %s order by %s limit :most) found
        """
            .formatted(where, IN_ORDER),
        Map.of("most", most));
  }

  Statement count() {
    return statement("select count(*) from listings l where " + where, Map.of());
  }

  /** What is on next first. */
  Statement inOrder(int limit, long offset) {
    return inOrder(where.toString(), Map.of(), limit, offset);
  }

  /** That whose title is what was typed. */
  Statement titled(Typed typed, int limit, long offset) {
    return inOrder(titled(), Map.of("title", typed.text()), limit, offset);
  }

  Statement countTitled(Typed typed) {
    return statement(
        "select count(*) from listings l where " + titled(), Map.of("title", typed.text()));
  }

  /** The rest of what has the words. */
  Statement notTitled(Typed typed, int limit, long offset) {
    return inOrder("l.title <> :title and " + where, Map.of("title", typed.text()), limit, offset);
  }

  /**
   * All of them, in one statement with how many there are: the best match of what was typed first,
   * or what is on next.
   *
   * @param most no more are looked at, those on next; all if null
   */
  Statement all(@Nullable Typed typed, @Nullable Integer most, int limit, long offset) {
    String best =
        typed == null
            ? ""
            : """
            title = :title desc,
            ts_rank(words, %s) + extensions.similarity(:title, title) desc,
            """
                .formatted(words);
    Map<String, Object> more = new HashMap<>();
    more.put("limit", limit);
    more.put("offset", offset);
    if (most != null) {
      more.put("most", most);
    }
    if (typed != null) {
      more.put("title", typed.text());
    }
    return statement(
        """
        with matched as materialized (select l.* from listings l where %s %s),
        placed as materialized (
          select event_id, row_number() over (order by %s %s) as place from matched)
        select t.total, p.event_id
        from (select count(*) as total from placed) t
        left join (select * from placed order by place limit :limit offset :offset) p on true
        order by p.place
        """
            .formatted(
                where, most == null ? "" : "order by " + IN_ORDER + " limit :most", best, IN_ORDER),
        more);
  }

  /** By the title alone: what it is like otherwise follows from it, but where it is does not. */
  private String titled() {
    StringBuilder titled =
        new StringBuilder("md5(l.title) = md5(:title) and l.listed_until > :now");
    if (values.containsKey("city")) {
      titled.append(" and l.city = lower(:city)");
    }
    if (values.containsKey("category")) {
      titled.append(" and l.category = :category");
    }
    return titled.toString();
  }

  private Statement inOrder(String condition, Map<String, Object> values, int limit, long offset) {
    Map<String, Object> more = new HashMap<>(values);
    more.put("limit", limit);
    more.put("offset", offset);
    return statement(
        """
        select l.event_id from listings l where %s
        order by %s limit :limit offset :offset
        """
            .formatted(condition, IN_ORDER),
        more);
  }

  private Statement statement(String sql, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return new Statement(sql, all);
  }

  private void and(String condition) {
    where.append(" and ").append(condition);
  }

  /** The words, and with them in the same index the city and the category. */
  private static String words(Criteria criteria, TextQuery text) {
    StringBuilder words = new StringBuilder(text.expression());
    if (criteria.city() != null) {
      words.append(" && cast('''=city ' || md5(lower(:city)) || '''' as tsquery)");
    }
    if (criteria.category() != null) {
      words.append(" && cast('''=category ' || :category || '''' as tsquery)");
    }
    return words.toString();
  }
}
