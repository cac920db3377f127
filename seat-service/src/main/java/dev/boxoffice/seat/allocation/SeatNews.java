package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.claims.SeatClaims;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** How long a claim lasts that came back: its hold may end at the same moment. */
  private static final Duration REFUSE_RESTORED_FOR = Duration.ofMinutes(1);

  private final ApplicationEventPublisher listeners;
  private final SeatClaims claims;

  SeatNews(ApplicationEventPublisher listeners, SeatClaims claims) {
    this.listeners = listeners;
    this.claims = claims;
  }

  /** Holds of one show were made, in one transaction. */
  void held(List<HoldVerdict.Held> held) {
    if (held.isEmpty()) {
      return;
    }
    Hold first = held.getFirst().hold();
    Map<SeatId, HoldId> owners = new HashMap<>();
    held.forEach(
        one -> one.hold().seatIds().forEach(seat -> owners.put(seat, one.hold().holdId())));
    claims.keep(first.showId(), owners, first.expiresIn());
    publish(new ExpirySet(first.expiresIn()));
    changed(first.showId(), held.stream().flatMap(one -> one.changes().stream()).toList());
  }

  /** Holds of one show were refused seats that Redis had let through: it has forgotten a claim. */
  void refused(List<HoldVerdict.Taken> refused) {
    if (refused.isEmpty()) {
      return;
    }
    Map<SeatId, HoldId> owners = new HashMap<>();
    Map<SeatId, HoldId> losers = new HashMap<>();
    for (HoldVerdict.Taken taken : refused) {
      owners.putAll(taken.owners());
      taken.seatIds().forEach(seatId -> losers.put(seatId, taken.order().holdId()));
    }
    claims.restore(refused.getFirst().order().showId(), owners, losers, REFUSE_RESTORED_FOR);
  }

  /** The hold's expiry was set or moved. */
  void moved(Hold hold) {
    claims.keep(
        hold.showId(),
        hold.seatIds().stream().collect(Collectors.toMap(seat -> seat, _ -> hold.holdId())),
        hold.expiresIn());
    publish(new ExpirySet(hold.expiresIn()));
  }

  /** Seats of one show were booked, whose holds these were. */
  void booked(ShowId showId, Map<SeatId, HoldId> owners, List<SeatsChanged.Change> changes) {
    claims.keep(showId, owners, REFUSE_BOOKED_FOR);
    changed(showId, changes);
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
