package dev.boxoffice.seat.allocation.load;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Bounds the hold requests in progress: beyond it a fast 503 is kinder than a slow one. */
@Component
public class HoldsInFlight {
  private final Semaphore all;
  private final Semaphore withoutRedis;

  HoldsInFlight(AllocationSettings settings) {
    this.all = new Semaphore(settings.holdsInFlightMax());
    this.withoutRedis = new Semaphore(settings.holdsInFlightWithoutRedisMax());
  }

  public Place enter() {
    return enter(all, "too many holds in flight");
  }

  /** For a request that Redis could not refuse early, in addition to its first place. */
  public Place enterWithoutRedis() {
    return enter(withoutRedis, "too many holds in flight without Redis");
  }

  private static Place enter(Semaphore places, String refusal) {
    if (!places.tryAcquire()) {
      throw new UnavailableException(refusal, null);
    }
    return places::release;
  }

  /** A place taken, given back by closing it. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
