package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.claims.SeatClaims;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells Redis and this process what a transaction changed, once it has committed. */
@Component
public class SeatNews {
  private static final Logger log = LoggerFactory.getLogger(SeatNews.class);

  /** How long Redis goes on refusing booked seats early; afterwards the database does. */
  private static final Duration REFUSE_BOOKED_FOR = Duration.ofHours(1);

  private final ApplicationEventPublisher listeners;
  private final SeatClaims claims;

  SeatNews(ApplicationEventPublisher listeners, SeatClaims claims) {
    this.listeners = listeners;
    this.claims = claims;
  }

  void held(Hold hold, List<SeatsChanged.Change> changes) {
    moved(hold);
    changed(hold.showId(), changes);
  }

  /** The hold's expiry was set or moved. */
  void moved(Hold hold) {
    claims.keep(hold.showId(), hold.holdId(), hold.seatIds(), hold.expiresIn());
    publish(new ExpirySet(hold.expiresIn()));
  }

  void booked(HoldRecord hold, List<SeatsChanged.Change> changes) {
    claims.keep(
        hold.showId(),
        hold.holdId(),
        changes.stream().map(SeatsChanged.Change::seatId).toList(),
        REFUSE_BOOKED_FOR);
    changed(hold.showId(), changes);
  }

  /** Holds ended, or booked seats were given back. */
  void ended(EndedHolds ended) {
    claims.drop(ended.showId(), ended.owners());
    changed(ended.showId(), ended.changes());
  }

  private void changed(ShowId showId, List<SeatsChanged.Change> changes) {
    if (!changes.isEmpty()) {
      publish(new SeatsChanged(showId, changes));
    }
  }

  private void publish(Object news) {
    try {
      listeners.publishEvent(news);
    } catch (RuntimeException e) {
      // The change has committed: its buyer's answer must not depend on who listens.
      log.error("A listener failed on {}", news, e);
    }
  }

  /** A hold expires after this long. */
  public record ExpirySet(Duration expiresIn) {}
}
