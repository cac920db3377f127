package dev.boxoffice.queue.waitingroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place as the contract shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceBody(
    UUID queueId,
    long number,
    UUID showId,
    String status,
    long position,
    long ahead,
    long estimatedWaitMinutes,
    long estimatedWaitSeconds,
    @Nullable String admissionToken,
    @Nullable Long expiresInSeconds) {

  public static PlaceBody of(Place place) {
    return switch (place) {
      case Place.Waiting it ->
          body(
              it,
              it.doorsOpen() ? "WAITING" : "LOBBY",
              it.ahead() + 1,
              it.estimatedWait(),
              null,
              null);
      case Place.Admitted it ->
          body(it, "ADMITTED", 0, Duration.ZERO, it.token(), it.left().toSeconds());
      case Place.Expired it -> body(it, "EXPIRED", 0, Duration.ZERO, null, null);
    };
  }

  /** Changes when the place does; seconds that merely pass do not change it. */
  public String etag() {
    return "W/\"%s-%s-%d-%d\"".formatted(queueId, status, ahead, estimatedWaitMinutes);
  }

  private static PlaceBody body(
      Place place,
      String status,
      long position,
      Duration wait,
      @Nullable String token,
      @Nullable Long expiresInSeconds) {
    return new PlaceBody(
        place.entryId().value(),
        place.number(),
        place.showId().value(),
        status,
        position,
        Math.max(position - 1, 0),
        wait.plusSeconds(59).toMinutes(),
        wait.toSeconds(),
        token,
        expiresInSeconds);
  }
}
