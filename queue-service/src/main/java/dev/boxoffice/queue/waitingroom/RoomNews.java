package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.queue.admission.ShowId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells other services when a room is opened, paused or closed. */
@Component
class RoomNews {
  private static final String TOPIC = "queue.room";

  private final Outbox outbox;
  private final Clock clock;

  RoomNews(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Says what changed for buyers; nothing if nothing did. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(ShowId showId, Mode before, Mode now) {
    String type = type(now);
    if (!type.equals(type(before))) {
      outbox.append(TOPIC, showId.toString(), type, new Said(showId.toString(), clock.instant()));
    }
  }

  private static String type(Mode mode) {
    return switch (mode) {
      case ON -> "queue.room.opened";
      case PAUSED -> "queue.room.paused";
      case OFF, AUTO -> "queue.room.closed";
    };
  }

  private record Said(String showId, Instant at) {}
}
