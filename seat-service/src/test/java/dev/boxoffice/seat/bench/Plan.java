package dev.boxoffice.seat.bench;

import java.util.List;
import java.util.Map;

/**
 * What to measure, as system-tests wrote it down.
 *
 * @param results where each {@link Result} goes as it comes, a line each
 * @param tokens a line for each user, in a file
 * @param addresses of services, as {@code host:port}
 * @param pgbench the program of that name, if it is to run
 * @param processes whose work is counted, by name; this one is not among them
 */
record Plan(
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

  /** A way to hold seats. */
  enum Way {
    IN_PROCESS,
    SEAT_SERVICE,
    GATEWAY,
    SEED,
    ROW_LOCKS,
    WHOLE_ROW_LOCKS,
    PGBENCH
  }

  /**
   * One measurement.
   *
   * @param clients at once; of several numbers the best is looked for once and used from then on
   * @param perSecond attempts a second, whatever becomes of them; 0 if each client asks again as
   *     soon as it has its answer
   * @param warmUp whether nobody wants to know what comes out
   */
  record Step(
      Way way,
      int seats,
      Load load,
      List<Integer> clients,
      double seconds,
      int perSecond,
      boolean warmUp) {}
}
