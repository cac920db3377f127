package dev.boxoffice.seat.sale;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Layouts that were fetched before; a layout never changes under its hash. */
@Repository
class LayoutLedger {
  private final JdbcClient jdbc;

  LayoutLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(String layoutHash) {
    return jdbc.sql("select body from layout where layout_hash = :hash")
        .param("hash", layoutHash)
        .query(String.class)
        .optional();
  }

  /** Stores a layout, unless another instance already has. */
  boolean keep(String layoutHash, String body) {
    return jdbc.sql(
                """
                insert into layout (layout_hash, body) values (:hash, :body)
                on conflict (layout_hash) do nothing
                """)
            .param("hash", layoutHash)
            .param("body", body)
            .update()
        == 1;
  }
}
