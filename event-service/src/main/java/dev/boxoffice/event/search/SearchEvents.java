package dev.boxoffice.event.search;

import dev.boxoffice.event.Listing;
import dev.boxoffice.event.catalogue.EventId;
import dev.boxoffice.event.catalogue.EventItem;
import dev.boxoffice.event.catalogue.EventItems;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds listed events, the best match first, else the next one on. What was typed is taken for
 * misspelt only where nothing matches it as it stands: else a name would bring its neighbours.
 */
@Component
class SearchEvents {
  /**
   * How alike two words are for one to be the other misspelt: their common trigrams, 0 to 1. Two
   * letters that changed places spoil four trigrams, which leaves this much of an eight-letter
   * word.
   */
  private static final double ALIKE = 0.38;

  private final EntityManager entities;
  private final EventItems items;
  private final Clock clock;

  SearchEvents(EntityManager entities, EventItems items, Clock clock) {
    this.entities = entities;
    this.items = items;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Listing<EventItem> search(Criteria criteria, int page, int limit) {
    Statement asTyped = new Statement(criteria, Spelling.AS_TYPED, clock.instant());
    long total = count(asTyped);
    if (total > 0 || criteria.query() == null || criteria.query().words().isEmpty()) {
      return page(asTyped, total, page, limit);
    }
    var _ =
        entities
            .createNativeQuery(
                "select set_config('pg_trgm.word_similarity_threshold', :alike, true)")
            .setParameter("alike", Double.toString(ALIKE))
            .getSingleResult();
    Statement misspelt = new Statement(criteria, Spelling.MISSPELT, asTyped.now);
    return page(misspelt, count(misspelt), page, limit);
  }

  private long count(Statement statement) {
    Query count = entities.createNativeQuery(statement.count());
    statement.filters.forEach(count::setParameter);
    return ((Number) count.getSingleResult()).longValue();
  }

  private Listing<EventItem> page(Statement statement, long total, int page, int limit) {
    Query find = entities.createNativeQuery(statement.page(), UUID.class);
    statement.filters.forEach(find::setParameter);
    if (statement.typed != null) {
      find.setParameter("query", statement.typed.text());
    }
    find.setParameter("now", statement.now);
    find.setParameter("limit", limit);
    find.setParameter("offset", (page - 1L) * limit);
    List<EventId> ids = new ArrayList<>();
    for (Object id : find.getResultList()) {
      ids.add(new EventId((UUID) id));
    }
    return new Listing<>(items.byId(ids), page, limit, total);
  }

  private enum Spelling {
    AS_TYPED,
    MISSPELT
  }

  /** The SQL for some criteria; only what matters is in it, so that each plan is the right one. */
  private static final class Statement {
    private final StringBuilder where = new StringBuilder("e.status = 'ACTIVE'");
    private final Map<String, Object> filters = new HashMap<>();
    private final Instant now;
    private final @Nullable Typed typed;

    Statement(Criteria criteria, Spelling spelling, Instant now) {
      this.now = now;
      this.typed = criteria.query();
      if (criteria.city() != null) {
        and("lower(v.city) = lower(:city)", "city", criteria.city());
      }
      if (criteria.category() != null) {
        and("e.category = :category", "category", criteria.category().name());
      }
      if (criteria.date() != null) {
        and(
            """
            exists (select from shows s
              where s.event_id = e.event_id and s.local_date = :date and s.cancelled_at is null)
            """,
            "date",
            criteria.date());
      } else {
        and(
            """
            (e.ends_at > :now or exists (select from shows s
              where s.event_id = e.event_id and s.show_time > :now and s.cancelled_at is null))
            """,
            "now",
            now);
      }
      if (typed != null) {
        match(typed, spelling);
      }
    }

    private void and(String condition, String parameter, Object value) {
      where.append(" and ").append(condition);
      filters.put(parameter, value);
    }

    private void match(Typed typed, Spelling spelling) {
      switch (spelling) {
        case AS_TYPED ->
            and("e.search_words @@ websearch_to_tsquery('english', :query)", "query", typed.text());
        case MISSPELT -> {
          for (int i = 0; i < typed.words().size(); i++) {
            and(
                ":word%d operator(extensions.<%%) e.search_text".formatted(i),
                "word" + i,
                typed.words().get(i));
          }
        }
      }
    }

    String count() {
      return "select count(*) from events e join venues v using (venue_id) where " + where;
    }

    String page() {
      return """
      select e.event_id
      from events e
      join venues v using (venue_id)
      left join lateral (
        select min(s.show_time) as show_time from shows s
        where s.event_id = e.event_id and s.show_time > :now and s.cancelled_at is null
      ) next on true
      where %s
      order by %s next.show_time nulls last, e.start_date, e.event_id
      limit :limit offset :offset
      """
          .formatted(where, typed == null ? "" : RANK);
    }

    private static final String RANK =
        """
        ts_rank(e.search_words, websearch_to_tsquery('english', :query))
          + extensions.similarity(:query, e.search_title) desc,
        """;
  }
}
