package dev.boxoffice.ticket.show;

import dev.boxoffice.ticket.ShowId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What tickets say about a show, and whether it still takes place. */
public record ShowFacts(
    ShowId showId,
    String title,
    String venueName,
    String city,
    ZoneId timezone,
    Instant showTime,
    @Nullable Instant cancelledAt) {

  /** The clock on the venue's wall when the show starts. */
  public ZonedDateTime localShowTime() {
    return showTime.atZone(timezone);
  }

  public boolean isOverOrCancelled(Instant now) {
    return cancelledAt != null || !now.isBefore(showTime);
  }
}
