package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Admission;
import dev.boxoffice.queue.admission.AdmissionTokens;
import dev.boxoffice.queue.admission.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      return new Place.Waiting(
          position.entryId(),
          room.showId(),
          position.number(),
          room.doorsOpenAt(now),
          position.ahead(),
          untilDoors(room.salesStartAt(), now).plus(position.pace().waitBehind(position.ahead())));
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

  private static Duration untilDoors(@Nullable Instant salesStartAt, Instant now) {
    return salesStartAt == null || salesStartAt.isBefore(now)
        ? Duration.ZERO
        : Duration.between(now, salesStartAt);
  }
}
