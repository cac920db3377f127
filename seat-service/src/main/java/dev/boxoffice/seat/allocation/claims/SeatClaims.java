package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.redis.RedisBreaker;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The seats claimed in Redis, one key a seat with the owning hold's id: a filter in front of the
 * database, so that losers are told at once. Keys expire by themselves, and are moved or removed
 * only by their owner's name.
 */
@Component
public class SeatClaims {
  private static final Logger log = LoggerFactory.getLogger(SeatClaims.class);
  private static final RedisScript<String> CLAIM =
      RedisScript.of(new ClassPathResource("redis/claim-seats.lua"), String.class);
  private static final RedisScript<Long> KEEP =
      RedisScript.of(new ClassPathResource("redis/keep-seats.lua"), Long.class);
  private static final RedisScript<Long> DROP =
      RedisScript.of(new ClassPathResource("redis/drop-seats.lua"), Long.class);

  private final StringRedisTemplate redis;
  private final RedisBreaker breaker;
  private final AllocationSettings settings;

  SeatClaims(StringRedisTemplate redis, RedisBreaker breaker, AllocationSettings settings) {
    this.redis = redis;
    this.breaker = breaker;
    this.settings = settings;
  }

  /** Claims all seats for a short while, or none. */
  public ClaimOutcome claim(ShowId showId, HoldId holdId, List<SeatId> seatIds) {
    return breaker.ask(
        () ->
            outcome(
                seatIds,
                redis.execute(
                    CLAIM,
                    keys(showId, seatIds),
                    holdId.toString(),
                    Long.toString(settings.claimFor().toMillis()))),
        new ClaimOutcome.Unknown());
  }

  /** Lets the claims that still belong to these holds last so long from now. */
  public void keep(ShowId showId, Map<SeatId, HoldId> owners, Duration howLong) {
    List<SeatId> seatIds = List.copyOf(owners.keySet());
    Stream<String> arguments =
        Stream.concat(
            Stream.of(Long.toString(Math.max(1, howLong.toMillis()))),
            seatIds.stream().map(owners::get).map(String::valueOf));
    long kept =
        breaker.ask(() -> redis.execute(KEEP, keys(showId, seatIds), arguments.toArray()), 0L);
    log.debug("{} of {} claims of show {} are kept", kept, seatIds.size(), showId);
  }

  /** Removes the claims that still belong to these holds. */
  public void drop(ShowId showId, Map<SeatId, HoldId> owners) {
    if (owners.isEmpty()) {
      return;
    }
    List<SeatId> seatIds = List.copyOf(owners.keySet());
    Object[] names = seatIds.stream().map(owners::get).map(String::valueOf).toArray();
    long dropped = breaker.ask(() -> redis.execute(DROP, keys(showId, seatIds), names), 0L);
    log.debug("Dropped {} of {} claims of show {}", dropped, seatIds.size(), showId);
  }

  public void drop(ShowId showId, HoldId holdId, Collection<SeatId> seatIds) {
    Map<SeatId, HoldId> owners = new HashMap<>();
    seatIds.forEach(seatId -> owners.put(seatId, holdId));
    drop(showId, owners);
  }

  /** All keys of a show are in one slot of a cluster. */
  private static List<String> keys(ShowId showId, List<SeatId> seatIds) {
    return seatIds.stream().map(seatId -> "seat:{" + showId + "}:" + seatId).toList();
  }

  /** The script answers {@code position=owner} for each seat that is claimed, joined by commas. */
  private static ClaimOutcome outcome(List<SeatId> seatIds, String answer) {
    if (answer.isEmpty()) {
      return new ClaimOutcome.Claimed();
    }
    Map<SeatId, HoldId> owners = new HashMap<>();
    Arrays.stream(answer.split(",", -1))
        .map(entry -> entry.split("=", 2))
        .forEach(
            entry ->
                owners.put(
                    seatIds.get(Integer.parseInt(entry[0]) - 1),
                    new HoldId(UUID.fromString(entry[1]))));
    return new ClaimOutcome.Refused(owners);
  }
}
