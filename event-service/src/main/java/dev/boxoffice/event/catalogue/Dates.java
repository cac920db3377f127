package dev.boxoffice.event.catalogue;

import java.time.Instant;
import java.time.LocalDate;

/** Dates that people mean. What is outside is a slip of the pen. */
public final class Dates {
  public static final String UNREASONABLE = "must be between the years 2000 and 2200";

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Dates() {}

  public static boolean isReasonable(LocalDate date) {
    return !date.isBefore(FIRST) && !date.isAfter(LAST);
  }

  static boolean isReasonable(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
  }
}
