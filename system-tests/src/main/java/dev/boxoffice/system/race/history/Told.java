package dev.boxoffice.system.race.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client was told.
 *
 * @param status of HTTP; 0 if no answer came
 * @param body as it came, or what became of the connection
 * @param grant what a yes gave
 */
public record Told(Verdict verdict, int status, String body, @Nullable Grant grant) {

  /** What the client may believe from now on. */
  public enum Verdict {
    /** It happened. */
    OK,
    /** It did not and will not happen. */
    FAIL,
    /** It may have happened, or may still. */
    INFO
  }

  /**
   * What a yes gave.
   *
   * @param id of the hold or the booking
   * @param until when a hold ends, as far as it was said
   */
  public record Grant(UUID id, List<UUID> seatIds, @Nullable Instant until) {
    public Grant {
      seatIds = List.copyOf(seatIds);
    }
  }

  public static Told nothing(String why) {
    return new Told(Verdict.INFO, 0, why, null);
  }
}
