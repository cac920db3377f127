package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.sale.SeatId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the nodes say to one claim, until a majority of all nodes has decided it.
 *
 * <p>A claim is refused only in favour of a hold that a majority names. A few nodes with claims
 * from before they died refuse nobody, and when claims meet so that none has a majority it is not
 * that all are refused and nobody is seated: the database decides among them.
 */
final class Ballot {
  private final int nodes;
  private final CompletableFuture<ClaimOutcome> decision = new CompletableFuture<>();
  private final Map<SeatId, Map<HoldId, Integer>> named = new HashMap<>();
  private int votes;
  private int claimed;

  Ballot(int nodes) {
    this.nodes = nodes;
  }

  /** Known as soon as a majority agrees, or all have voted. */
  CompletableFuture<ClaimOutcome> decision() {
    return decision;
  }

  /** Counts a node's answer; {@link ClaimOutcome.Unknown} is that of a node that is away. */
  synchronized void add(ClaimOutcome vote) {
    votes++;
    switch (vote) {
      case ClaimOutcome.Claimed _ -> claimed++;
      case ClaimOutcome.Refused(Map<SeatId, HoldId> owners) ->
          owners.forEach(
              (seatId, owner) -> {
                var _ =
                    named
                        .computeIfAbsent(seatId, _ -> new HashMap<>())
                        .merge(owner, 1, Integer::sum);
              });
      case ClaimOutcome.Unknown _ -> {}
    }
    Map<SeatId, HoldId> owners = namedByMajority();
    if (isMajority(claimed)) {
      decide(new ClaimOutcome.Claimed());
    } else if (!owners.isEmpty()) {
      decide(new ClaimOutcome.Refused(owners));
    } else if (votes == nodes) {
      decide(new ClaimOutcome.Unknown());
    }
  }

  private Map<SeatId, HoldId> namedByMajority() {
    Map<SeatId, HoldId> owners = new HashMap<>();
    named.forEach(
        (seatId, holds) ->
            holds.forEach(
                (holdId, times) -> {
                  if (isMajority(times)) {
                    owners.put(seatId, holdId);
                  }
                }));
    return owners;
  }

  private boolean isMajority(int count) {
    return count > nodes / 2;
  }

  /** The first decision stands. */
  private void decide(ClaimOutcome outcome) {
    var _ = decision.complete(outcome);
  }
}
