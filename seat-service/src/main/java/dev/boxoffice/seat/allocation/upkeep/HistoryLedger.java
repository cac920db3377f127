package dev.boxoffice.seat.allocation.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns the parts of {@code seat_event}. */
@Repository
class HistoryLedger {
  private final JdbcClient jdbc;

  HistoryLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void makeParts(int monthsAhead) {
    jdbc.sql("select make_seat_event_parts(:months)")
        .param("months", monthsAhead)
        .query(
            rs -> {
              // The function answers nothing.
            });
  }
}
