package dev.boxoffice.event.seatingplan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The layouts, by hash. Rows are only ever added. */
@Component
class LayoutLedger {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  LayoutLedger(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps the layout; one that is kept already is the same one. */
  void keep(LayoutFile file, LayoutSummary summary) {
    int _ =
        jdbc.sql(
                """
                insert into layouts (layout_hash, content, sections, total_seats)
                values (:hash, :content, :sections, :totalSeats)
                on conflict (layout_hash) do nothing
                """)
            .param("hash", file.hash().value())
            .param("content", file.gzip())
            .param("sections", json.writeValueAsString(summary.sections()))
            .param("totalSeats", summary.totalSeats())
            .update();
  }

  byte @Nullable [] compressed(LayoutHash hash) {
    return jdbc.sql("select content from layouts where layout_hash = :hash")
        .param("hash", hash.value())
        .query((row, _) -> row.getBytes(1))
        .optional()
        .orElse(null);
  }

  Optional<LayoutSummary> summary(LayoutHash hash) {
    return jdbc.sql("select total_seats, sections from layouts where layout_hash = :hash")
        .param("hash", hash.value())
        .query(
            (row, _) ->
                new LayoutSummary(
                    hash,
                    row.getInt(1),
                    json.readValue(
                        row.getString(2), new TypeReference<List<LayoutSummary.Section>>() {})))
        .optional();
  }
}
