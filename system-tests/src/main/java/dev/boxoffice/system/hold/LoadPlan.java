package dev.boxoffice.system.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the load is told to do, by the names that it reads. */
record LoadPlan(
    List<Step> steps,
    long seed,
    int seatsPerHold,
    boolean idempotencyKeys,
    int seatsPrepared,
    String results,
    String tokens,
    Map<Way, String> addresses,
    String pgbench,
    Map<String, Long> processes) {

  /** One measurement; what a warm-up comes to is not written down. */
  record Step(
      Way way,
      int seats,
      Load load,
      List<Integer> clients,
      double seconds,
      int perSecond,
      boolean warmUp) {}

  /**
   * Each way is warmed up once, tried with several client counts if it has them, then measured with
   * every size and load, and seat-service once more at a steady rate.
   */
  static List<Step> steps(HoldSettings settings, List<Way> ways) {
    List<Step> steps = new ArrayList<>();
    for (Way way : ways) {
      List<Integer> clients = clients(settings, way);
      double warmUp = settings.warmUp().toMillis() / 1000.0;
      double seconds = settings.lasts().toMillis() / 1000.0;
      if (way != Way.PGBENCH) {
        int size = settings.seats().getFirst();
        List<Integer> all = List.of(settings.clients());
        steps.add(new Step(way, size, Load.UNIFORM, all, warmUp / 2, 0, true));
        steps.add(new Step(way, size, Load.HOT, all, warmUp / 2, 0, true));
        if (clients.size() > 1) {
          steps.add(new Step(way, size, settings.loads().getLast(), clients, 1, 0, true));
        }
      }
      for (int size : settings.seats()) {
        for (Load load : settings.loads()) {
          steps.add(new Step(way, size, load, clients, seconds, 0, false));
        }
      }
      if (way == Way.SEAT_SERVICE) {
        for (int size : settings.seats()) {
          steps.add(
              new Step(
                  way, size, Load.UNIFORM, clients, seconds, settings.steadyPerSecond(), false));
        }
      }
    }
    return steps;
  }

  private static List<Integer> clients(HoldSettings settings, Way way) {
    return switch (way) {
      case IN_PROCESS, SEAT_SERVICE, GATEWAY, PGBENCH -> List.of(settings.clients());
      case SEED, ROW_LOCKS, WHOLE_ROW_LOCKS -> settings.baselineClients();
    };
  }
}
