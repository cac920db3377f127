package dev.boxoffice.seat.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Carries out one step after the other. */
final class Measure {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Long enough to tell client counts apart. */
  private static final double TRIAL_SECONDS = 1.5;

  private final Plan plan;
  private final Tables tables;
  private final CpuTime cpuTime;
  private final SplittableRandom random;
  private final Map<Plan.Way, Integer> bestClients = new HashMap<>();

  Measure(Plan plan, Tables tables) {
    this.plan = plan;
    this.tables = tables;
    this.random = new SplittableRandom(plan.seed());
    Map<String, Long> processes = new TreeMap<>(plan.processes());
    processes.put("load", ProcessHandle.current().pid());
    this.cpuTime = new CpuTime(processes);
  }

  Result measure(Contender contender, Plan.Step step) {
    int clients =
        step.clients().size() == 1
            ? step.clients().getFirst()
            : bestClients.computeIfAbsent(step.way(), _ -> bestClients(contender, step));
    return measure(contender, step, clients, step.seconds());
  }

  private int bestClients(Contender contender, Plan.Step step) {
    int best = 0;
    double most = -1;
    for (int clients : step.clients()) {
      Result trial = measure(contender, step, clients, TRIAL_SECONDS);
      double rate = trial.granted() / trial.seconds();
      System.out.println(step.way() + " with " + clients + " clients: " + rate + " granted/s");
      if (rate > most) {
        best = clients;
        most = rate;
      }
    }
    return best;
  }

  /** Lot after lot until the time is over; what prepares a lot is not counted. */
  private Result measure(Contender contender, Plan.Step step, int clients, double seconds) {
    Tally all = new Tally();
    Map<String, Double> cpuSeconds = new TreeMap<>();
    double elapsed = 0;
    long walBytes = 0;
    double heldShare = 0;
    while (elapsed < seconds) {
      Lot lot = Lot.random(random.split(), step.seats(), plan.seatsPrepared());
      contender.prepare(lot);
      Duration left = Duration.ofNanos((long) ((seconds - elapsed) * NANOS_PER_SECOND));
      Map<String, Double> cpuBefore = cpuTime.seconds();
      long walBefore = tables.walPosition();
      ClosedLoop.Run run = run(contender, step, clients, lot, left);
      walBytes += tables.walPosition() - walBefore;
      cpuTime
          .seconds()
          .forEach(
              (name, after) ->
                  cpuSeconds.merge(name, after - cpuBefore.getOrDefault(name, 0.0), Double::sum));
      all.addAll(run.tally());
      elapsed += run.elapsedNanos() / NANOS_PER_SECOND;
      heldShare = Math.max(heldShare, lot.heldShare());
    }
    return new Result(
        step.way(),
        step.seats(),
        step.load(),
        clients,
        step.perSecond(),
        elapsed,
        all.granted().count(),
        all.refused().count(),
        all.failed(),
        all.granted().millis(),
        all.refused().millis(),
        cpuSeconds,
        walBytes,
        heldShare);
  }

  private ClosedLoop.Run run(
      Contender contender, Plan.Step step, int clients, Lot lot, Duration atMost) {
    return step.perSecond() > 0
        ? new OpenLoop(plan.seatsPerHold(), clients, step.perSecond()).run(contender, lot, atMost)
        : new ClosedLoop(step.load(), plan.seatsPerHold(), clients, random.split())
            .run(contender, lot, atMost);
  }
}
