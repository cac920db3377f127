package dev.boxoffice.system.race;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.StackException;
import dev.boxoffice.system.fault.Condition;
import dev.boxoffice.system.fault.FaultProxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Breaks one thing after the other and mends it again. Every kind comes once before any comes
 * again. What was killed starts again in the background, while other faults go on.
 */
final class Faults {
  private static final int PAUSE_MILLIS_MAX = 1_000;
  private static final int LASTS_MILLIS_MIN = 300;
  private static final int LASTS_MILLIS_MAX = 2_500;
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  /** A start in the middle of another fault may fail. */
  private static final int STARTS_MAX = 5;

  private final Arena arena;
  private final OperationLog log;
  private final long seed;
  private final Clock clock;
  private final Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);
  private CompletableFuture<Void> seatRevival = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> bookingRevival = CompletableFuture.completedFuture(null);

  Faults(Arena arena, OperationLog log, long seed, Clock clock) {
    this.arena = arena;
    this.log = log;
    this.seed = seed;
    this.clock = clock;
  }

  /** Returns when the time is over, every kind has come, and everything is whole again. */
  Map<FaultKind, Integer> injectUntil(Instant end) {
    try {
      for (int bag = 0; bag == 0 || clock.instant().isBefore(end); bag++) {
        List<FaultKind> kinds =
            Chance.of(seed, "faults", bag).shuffled(List.of(FaultKind.values()));
        for (int i = 0; i < kinds.size() && (bag == 0 || clock.instant().isBefore(end)); i++) {
          Chance chance = Chance.of(seed, "fault", bag * kinds.size() + i);
          pass(Duration.ofMillis(chance.below(PAUSE_MILLIS_MAX)));
          log.fault(kinds.get(i) + " begins");
          inject(kinds.get(i), chance);
          log.fault(kinds.get(i) + " ends");
          injected.merge(kinds.get(i), 1, Integer::sum);
        }
      }
    } finally {
      CompletableFuture.allOf(seatRevival, bookingRevival).join();
    }
    return injected;
  }

  private void inject(FaultKind kind, Chance chance) {
    Duration lasts = Duration.ofMillis(chance.between(LASTS_MILLIS_MIN, LASTS_MILLIS_MAX));
    int instance = chance.below(Arena.INSTANCES);
    Duration late = Duration.ofMillis(chance.between(50, 400));
    switch (kind) {
      case REDIS_KILLED -> {
        arena.system().kill(Program.REDIS);
        pass(lasts);
        start(() -> arena.system().restart(Program.REDIS));
      }
      case REDIS_HUNG -> hang(arena.system().process(Program.REDIS), lasts);
      case REDIS_FLUSHED -> arena.flushRedis();
      case REDIS_LATE -> disturb(arena.redis(), new Condition.Slow(late), lasts);
      case REDIS_ANSWERS_SWALLOWED ->
          disturb(arena.redis(), new Condition.AnswersSwallowed(), lasts);
      case POSTGRES_RESTARTED -> start(() -> arena.system().restart(Program.POSTGRES));
      case POSTGRES_CRASHED -> crashPostgres();
      case POSTGRES_SILENT -> disturb(arena.postgres(), new Condition.BlackHole(), lasts);
      case POSTGRES_SLOW ->
          disturb(arena.postgres(), new Condition.Slow(late.dividedBy(10)), lasts);
      case POSTGRES_ANSWERS_SWALLOWED ->
          disturb(arena.postgres(), new Condition.AnswersSwallowed(), lasts.dividedBy(2));
      case POSTGRES_CONNECTIONS_CUT -> arena.postgres().cut();
      case SEAT_KILLED -> {
        seatRevival.join();
        arena.seatInstance(instance).kill();
        seatRevival = inBackground(() -> arena.revive(instance));
      }
      case SEAT_HUNG -> hang(arena.seatInstance(instance), lasts);
      case SEAT_ANSWERS_SWALLOWED ->
          disturb(arena.seats(), new Condition.AnswersSwallowed(), lasts);
      case BOOKING_KILLED -> {
        bookingRevival.join();
        arena.system().kill(Program.BOOKING);
        bookingRevival = inBackground(() -> arena.system().restart(Program.BOOKING));
      }
      case PROVIDER_SILENT ->
          disturb(arena.provider(), new Condition.BlackHole(), lasts.plus(lasts));
      case PROVIDER_ANSWERS_SWALLOWED ->
          disturb(arena.provider(), new Condition.AnswersSwallowed(), lasts);
    }
  }

  private static void disturb(FaultProxy wire, Condition condition, Duration lasts) {
    wire.become(condition);
    pass(lasts);
    wire.become(new Condition.Sound());
  }

  /** A process that was hung goes on in the middle of what it did, and does not know it. */
  private static void hang(LocalProcess process, Duration lasts) {
    process.signal("STOP");
    pass(lasts);
    process.signal("CONT");
  }

  private void crashPostgres() {
    LocalProcess postgres = arena.system().process(Program.POSTGRES);
    postgres.signal("QUIT");
    if (!postgres.endsWithin(GONE_WITHIN)) {
      throw new StackException("Postgres did not end");
    }
    start(() -> arena.system().restart(Program.POSTGRES));
  }

  private static CompletableFuture<Void> inBackground(Runnable starting) {
    return CompletableFuture.runAsync(() -> start(starting), Thread::startVirtualThread);
  }

  private static void start(Runnable starting) {
    for (int tries = 1; ; tries++) {
      try {
        starting.run();
        return;
      } catch (StackException e) {
        if (tries == STARTS_MAX) {
          throw e;
        }
      }
    }
  }

  private static void pass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
