package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** When a show is, as somebody typed it. */
public final class ShowTime {

  private ShowTime() {}

  /** A time with an offset is that instant; one without is what the venue's clocks say. */
  public static Instant of(String typed, ZoneId venue) {
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          typed, ZonedDateTime::from, LocalDateTime::from)) {
        case ZonedDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(venue).toInstant();
        default -> throw new IllegalStateException("neither of the two: " + typed);
      };
    } catch (DateTimeException e) {
      throw new StackException(
          "\"%s\" is no time; write 2030-05-31T19:30 or 2030-05-31T14:00:00Z".formatted(typed), e);
    }
  }
}
