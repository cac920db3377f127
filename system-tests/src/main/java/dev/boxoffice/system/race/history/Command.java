package dev.boxoffice.system.race.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client asks for. */
public sealed interface Command {
  /** Under which a repetition gets the first answer, if there is one. */
  @Nullable String key();

  record Hold(List<UUID> seatIds, @Nullable String key) implements Command {
    public Hold {
      seatIds = List.copyOf(seatIds);
    }
  }

  record Extend(UUID holdId) implements Command {
    @Override
    public @Nullable String key() {
      return null;
    }
  }

  record Release(UUID holdId) implements Command {
    @Override
    public @Nullable String key() {
      return null;
    }
  }

  record Confirm(UUID holdId, String card, @Nullable String key) implements Command {}

  /** Gives back these seats of a booking, or all if none are named. */
  record Cancel(UUID bookingId, List<UUID> seatIds, @Nullable String key) implements Command {
    public Cancel {
      seatIds = List.copyOf(seatIds);
    }
  }
}
