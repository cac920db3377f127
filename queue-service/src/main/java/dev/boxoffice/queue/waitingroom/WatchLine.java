package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads how far a line is, for all who watch it at once. */
@Component
public class WatchLine {
  private final RoomLedger rooms;
  private final LineLedger line;
  private final Clock clock;

  WatchLine(RoomLedger rooms, LineLedger line, Clock clock) {
    this.rooms = rooms;
    this.line = line;
    this.clock = clock;
  }

  /** The line of a show that somebody waits for. */
  public LineView look(ShowId showId) {
    Room room =
        rooms
            .find(showId)
            .orElseThrow(() -> new IllegalStateException("a line without a room: " + showId));
    return new LineView(room, line.progress(showId), clock.instant());
  }

  public boolean exists(ShowId showId) {
    return rooms.find(showId).isPresent();
  }
}
