package dev.boxoffice.event.search;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the words of all events; triggers write them. */
@Component
class VocabularyLedger {
  /**
   * How many trigrams two words must share to be compared at all, 0 to 1. Two letters that changed
   * places leave a four-letter word a quarter of them.
   */
  private static final double ALIKE = 0.24;

  private static final int CANDIDATES_MAX = 50;

  static final String ALIKE_WORDS =
      """
      select word from vocabulary where word operator(extensions.%) :word
      order by extensions.similarity(word, :word) desc, word
      limit :most
      """;

  /**
   * A word stays in the vocabulary when the last event that had it has changed. One event is
   * enough, and read in order it is found by an index, however many there are.
   */
  static final String HAS_EVENTS =
      """
      select exists (select from vocabulary where word = :word)
        and 1 = (
          select count(*) from (
            select from listings where words @@ plainto_tsquery('english', :word)
            order by next_show_time, start_date, event_id limit 1) one)
      """;

  private final JdbcClient jdbc;

  VocabularyLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether some event has the word, or a form of it. */
  boolean hasEvents(String word) {
    return jdbc.sql(HAS_EVENTS).param("word", word).query(Boolean.class).single();
  }

  /** The words that look most like this one. Asked within a transaction. */
  List<String> alike(String word) {
    var _ =
        jdbc.sql("select set_config('pg_trgm.similarity_threshold', :alike, true)")
            .param("alike", Double.toString(ALIKE))
            .query(String.class)
            .single();
    return jdbc.sql(ALIKE_WORDS)
        .param("word", word)
        .param("most", CANDIDATES_MAX)
        .query((rs, _) -> rs.getString("word"))
        .list();
  }
}
