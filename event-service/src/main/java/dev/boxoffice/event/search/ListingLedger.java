package dev.boxoffice.event.search;

import dev.boxoffice.event.catalogue.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code listings}, and puts right when the next show is; triggers write the rest. */
@Component
class ListingLedger {
  private final JdbcClient jdbc;

  ListingLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A part of what was found.
   *
   * @param total of all parts
   */
  record Found(List<EventId> ids, long total) {
    Found {
      ids = List.copyOf(ids);
    }
  }

  /** The answer to {@link ListingQuery#all}. */
  Found all(ListingQuery.Statement all) {
    List<EventId> ids = new ArrayList<>();
    List<Long> totals =
        jdbc.sql(all.sql())
            .params(all.values())
            .query(
                (rs, _) -> {
                  UUID id = rs.getObject("event_id", UUID.class);
                  if (id != null) {
                    ids.add(new EventId(id));
                  }
                  return rs.getLong("total");
                })
            .list();
    return new Found(ids, totals.getFirst());
  }

  List<EventId> ids(ListingQuery.Statement some) {
    return jdbc.sql(some.sql())
        .params(some.values())
        .query((rs, _) -> new EventId(rs.getObject("event_id", UUID.class)))
        .list();
  }

  long count(ListingQuery.Statement count) {
    return jdbc.sql(count.sql()).params(count.values()).query(Long.class).single();
  }

  /**
   * Locks events whose next show has begun, as far as nobody else has: what is read of their shows
   * afterwards is then not older than what was committed.
   */
  List<UUID> lockDue(int most) {
    return jdbc.sql(
            """
            select e.event_id from listings l join events e on e.event_id = l.event_id
            where l.next_show_time <= now()
            order by l.next_show_time, l.event_id
            limit :most for no key update of e skip locked
            """)
        .param("most", most)
        .query((rs, _) -> rs.getObject("event_id", UUID.class))
        .list();
  }

  /** Lists these events as they are now. */
  void refresh(List<UUID> locked) {
    var _ =
        jdbc.sql("select list_events(cast(:events as uuid[]))")
            .param("events", locked.stream().map(UUID::toString).toArray(String[]::new))
            .query((_, _) -> true)
            .list();
  }
}
