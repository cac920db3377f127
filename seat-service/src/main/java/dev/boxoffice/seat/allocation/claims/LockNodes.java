package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.redis.AsyncScript;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Claims in several independent Redis servers, all asked at the same time; a majority decides. One
 * may die in the middle of a sale unnoticed; with fewer than a majority the database decides alone.
 */
final class LockNodes implements ClaimStore, AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);

  private final RedisClient client;
  private final List<LockNode> nodes;

  LockNodes(LockSettings settings, ClientResources resources, Clock clock) {
    this.client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_WITHIN).build())
            .build());
    this.nodes =
        settings.addresses().stream()
            .map(address -> new LockNode(client, address, settings.waitAtMost(), clock))
            .toList();
  }

  @Override
  public ClaimOutcome claim(SeatKeys.Group seats, HoldId holdId, Duration howLong) {
    List<String> arguments = List.of(holdId.toString(), Long.toString(howLong.toMillis()));
    List<CompletableFuture<ClaimOutcome>> votes =
        nodes.stream()
            .map(
                node ->
                    node.<String, ClaimOutcome>run(
                        ClaimScripts.CLAIM,
                        seats.keys(),
                        arguments,
                        answer -> ClaimScripts.outcome(seats.seatIds(), answer),
                        new ClaimOutcome.Unknown()))
            .toList();
    Ballot ballot = new Ballot(nodes.size());
    votes.forEach(
        vote -> {
          var _ = vote.thenAccept(ballot::add);
        });
    ClaimOutcome outcome = ballot.decision().join();
    if (!(outcome instanceof ClaimOutcome.Claimed)) {
      undo(seats, holdId, votes);
    }
    return outcome;
  }

  @Override
  public boolean run(AsyncScript<Long> script, List<String> keys, List<String> arguments) {
    Ballot ballot = new Ballot(nodes.size());
    for (LockNode node : nodes) {
      // Whoever has run it has voted for it.
      var _ =
          node.<Long, ClaimOutcome>run(
                  script,
                  keys,
                  arguments,
                  _ -> new ClaimOutcome.Claimed(),
                  new ClaimOutcome.Unknown())
              .thenAccept(ballot::add);
    }
    return ballot.decision().join() instanceof ClaimOutcome.Claimed;
  }

  /** Wherever it was claimed, also by an answer that comes too late for the decision. */
  private void undo(
      SeatKeys.Group seats, HoldId holdId, List<CompletableFuture<ClaimOutcome>> votes) {
    List<String> owners = Collections.nCopies(seats.keys().size(), holdId.toString());
    for (int n = 0; n < nodes.size(); n++) {
      LockNode node = nodes.get(n);
      var _ =
          votes
              .get(n)
              .thenAccept(
                  vote -> {
                    if (vote instanceof ClaimOutcome.Claimed) {
                      var _ =
                          node.run(ClaimScripts.DROP, seats.keys(), owners, dropped -> dropped, 0L);
                    }
                  });
    }
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
