package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.redis.AsyncScript;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The seats claimed in Redis, one key a seat with the owning hold's id: a filter in front of the
 * database, so that losers are told at once. Keys expire by themselves, and are moved or removed
 * only by their owner's name.
 */
@Component
public class SeatClaims {
  private static final Logger log = LoggerFactory.getLogger(SeatClaims.class);

  private final SeatKeys keys;
  private final ClaimStore store;
  private final AllocationSettings settings;

  SeatClaims(SeatKeys keys, ClaimStore store, AllocationSettings settings) {
    this.keys = keys;
    this.store = store;
    this.settings = settings;
  }

  /** Claims all seats for a short while, or none. */
  public ClaimOutcome claim(ShowId showId, HoldId holdId, List<SeatId> seatIds) {
    List<SeatKeys.Group> groups = keys.of(showId, seatIds);
    List<SeatKeys.Group> claimed = new ArrayList<>();
    for (SeatKeys.Group group : groups) {
      switch (store.claim(group, holdId, settings.claimFor())) {
        case ClaimOutcome.Claimed _ -> claimed.add(group);
        case ClaimOutcome.Unknown _ -> log.debug("Claims of show {} are not known", showId);
        case ClaimOutcome.Refused refused -> {
          undo(showId, holdId, claimed);
          return refused;
        }
      }
    }
    if (groups.isEmpty() || claimed.size() < groups.size()) {
      undo(showId, holdId, claimed);
      return new ClaimOutcome.Unknown();
    }
    return new ClaimOutcome.Claimed();
  }

  /** Lets the claims that still belong to these holds last so long from now. */
  public void keep(ShowId showId, Map<SeatId, HoldId> owners, Duration howLong) {
    runForEach(
        ClaimScripts.KEEP,
        showId,
        owners.keySet(),
        group ->
            Stream.concat(
                Stream.of(millis(howLong)),
                group.seatIds().stream().map(owners::get).map(String::valueOf)));
  }

  /** Removes the claims that still belong to these holds. */
  public void drop(ShowId showId, Map<SeatId, HoldId> owners) {
    runForEach(
        ClaimScripts.DROP,
        showId,
        owners.keySet(),
        group -> group.seatIds().stream().map(owners::get).map(String::valueOf));
  }

  public void drop(ShowId showId, HoldId holdId, Collection<SeatId> seatIds) {
    Map<SeatId, HoldId> owners = new HashMap<>();
    seatIds.forEach(seatId -> owners.put(seatId, holdId));
    drop(showId, owners);
  }

  /**
   * Claims seats again for the holds that have them, where no claim is left or only that of the
   * hold that was refused the seat.
   */
  public void restore(
      ShowId showId, Map<SeatId, HoldId> owners, Map<SeatId, HoldId> refused, Duration howLong) {
    runForEach(
        ClaimScripts.RESTORE,
        showId,
        owners.keySet(),
        group ->
            Stream.concat(
                Stream.of(millis(howLong)),
                group.seatIds().stream()
                    .flatMap(seatId -> Stream.of(owners.get(seatId), refused.get(seatId)))
                    .map(String::valueOf)));
  }

  private void undo(ShowId showId, HoldId holdId, List<SeatKeys.Group> claimed) {
    drop(showId, holdId, claimed.stream().flatMap(group -> group.seatIds().stream()).toList());
  }

  private void runForEach(
      AsyncScript<Long> script,
      ShowId showId,
      Collection<SeatId> seatIds,
      Function<SeatKeys.Group, Stream<String>> arguments) {
    for (SeatKeys.Group group : keys.of(showId, seatIds)) {
      if (!store.run(script, group.keys(), arguments.apply(group).toList())) {
        log.debug("Claims of show {} are left to end by themselves", showId);
      }
    }
  }

  private static String millis(Duration howLong) {
    return Long.toString(Math.max(1, howLong.toMillis()));
  }
}
