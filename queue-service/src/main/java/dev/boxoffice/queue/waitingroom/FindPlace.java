package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Admission;
import dev.boxoffice.queue.admission.AdmissionTokens;
import dev.boxoffice.queue.admission.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells somebody their place. */
@Component
class FindPlace {
  private final LineLedger line;
  private final AdmissionTokens tokens;
  private final Clock clock;

  FindPlace(LineLedger line, AdmissionTokens tokens, Clock clock) {
    this.line = line;
    this.tokens = tokens;
    this.clock = clock;
  }

  Optional<Place> find(Room room, UserId userId) {
    Instant now = clock.instant();
    return line.position(room.showId(), userId).map(position -> place(room, position, now));
  }

  private Place place(Room room, Position position, Instant now) {
    Admission admission = position.admission();
    if (admission == null) {
      return room.waiting(
          position.entryId(), position.number(), position.ahead(), position.pace(), now);
    }
    if (admission.liveAt(now)) {
      return new Place.Admitted(
          position.entryId(),
          room.showId(),
          position.number(),
          tokens.sign(admission),
          admission.leftAt(now));
    }
    return new Place.Expired(position.entryId(), room.showId(), position.number());
  }
}
