package dev.boxoffice.booking.fakes;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happens when the run of a process gets to a named point: once, for instance its death. */
public final class CrashPoints {

  private final Map<UUID, Queue<Plan>> plans = new ConcurrentHashMap<>();
  private final Set<UUID> died = ConcurrentHashMap.newKeySet();

  private record Plan(String point, Runnable event) {}

  /** The end of a run. No exception, so that nobody who handles exceptions goes on after it. */
  public static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died(String point) {
      super(point);
    }
  }

  /** Lets the first run that gets there end as if its machine had stopped. */
  public void planDeath(UUID process, String point) {
    plan(
        process,
        point,
        () -> {
          died.add(process);
          throw new Died(point);
        });
  }

  public void plan(UUID process, String point, Runnable event) {
    plans.computeIfAbsent(process, id -> new ConcurrentLinkedQueue<>()).add(new Plan(point, event));
  }

  public boolean hasDied(UUID process) {
    return died.contains(process);
  }

  /** Says that a run has got there. */
  public void reached(UUID process, String point) {
    var planned = plans.get(process);
    if (planned != null) {
      for (var plan : List.copyOf(planned)) {
        if (plan.point.equals(point) && planned.remove(plan)) {
          plan.event.run();
        }
      }
    }
  }
}
