package dev.boxoffice.queue.waitingroom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.queue.admission.ShowId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells everybody how far a line is; the database is asked once a second, whoever asks. */
@Component
class ReadNowServing {
  static final Duration FRESH_FOR = Duration.ofSeconds(1);

  private static final int SHOWS_MAX = 10_000;

  private final RoomLedger rooms;
  private final NowServingLedger ledger;
  private final Cache<ShowId, Optional<NowServing>> recent =
      Caffeine.newBuilder().maximumSize(SHOWS_MAX).expireAfterWrite(FRESH_FOR).build();

  ReadNowServing(RoomLedger rooms, NowServingLedger ledger) {
    this.rooms = rooms;
    this.ledger = ledger;
  }

  /** Empty for an unknown show. */
  Optional<NowServing> read(ShowId showId) {
    return recent.get(showId, id -> rooms.find(id).map(ledger::read));
  }
}
