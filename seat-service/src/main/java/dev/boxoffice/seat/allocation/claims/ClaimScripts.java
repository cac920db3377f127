package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.redis.AsyncScript;
import dev.boxoffice.seat.redis.Scripts;
import dev.boxoffice.seat.sale.SeatId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.redis.core.script.RedisScript;

/** The scripts that alone touch claims, each by the owner's name. */
final class ClaimScripts {
  static final AsyncScript<String> CLAIM = AsyncScript.ofText(script("claim", String.class));
  static final AsyncScript<Long> KEEP = AsyncScript.ofNumber(script("keep", Long.class));
  static final AsyncScript<Long> DROP = AsyncScript.ofNumber(script("drop", Long.class));
  static final AsyncScript<Long> RESTORE = AsyncScript.ofNumber(script("restore", Long.class));

  private ClaimScripts() {}

  /** What {@link #CLAIM} answers: {@code position=owner} for each seat that is claimed already. */
  static ClaimOutcome outcome(List<SeatId> seatIds, String answer) {
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

  private static <T> RedisScript<T> script(String what, Class<T> answer) {
    return Scripts.read("redis/" + what + "-seats.lua", answer);
  }
}
