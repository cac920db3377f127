package dev.boxoffice.system.crash;

import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Readiness;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.TestClasses;
import dev.boxoffice.system.race.Arena;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An arena's booking-service, in a JVM that halts as soon as every run that is planned to die has
 * got to its point. Started again, it has no plans and takes up what it left. Closed, it leaves its
 * place to the usual one.
 */
public final class HaltingBooking implements AutoCloseable {
  private static final String MAIN = "dev.boxoffice.booking.crash.HaltingBooking";

  /** The process itself, and the points. */
  private static final List<String> NEEDED =
      List.of(
          "dev/boxoffice/booking/crash/",
          "dev/boxoffice/booking/booking/PurchasePoints",
          "dev/boxoffice/booking/cancellation/CancellationPoints");

  /**
   * What a dead process had in hand is soon free, those that wait for their end are in no way, and
   * nobody needs to read eight hundred lines a start.
   */
  private static final List<String> SETTINGS =
      List.of(
          "--boxoffice.recovery.lease-for=PT2S",
          "--boxoffice.recovery.runs-max=256",
          "--logging.level.org.apache.kafka=warn");

  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration HALTS_WITHIN = Duration.ofSeconds(25);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final String REACHED = ".reached";

  private final Arena arena;
  private final Path classes;
  private final Path plans;
  private final Http http = new Http();
  private LocalProcess process;

  private HaltingBooking(Arena arena, Path classes, Path plans) {
    this.arena = arena;
    this.classes = classes;
    this.plans = plans;
    this.process = started();
  }

  /** Takes the place of the arena's own. */
  public static HaltingBooking in(Arena arena) {
    try {
      Path folder = Files.createTempDirectory("boxoffice-halts-");
      Path classes = TestClasses.copied("booking-service", NEEDED, folder.resolve("classes"));
      Path plans = Files.createDirectories(folder.resolve("plans"));
      arena.system().kill(Program.BOOKING);
      return new HaltingBooking(arena, classes, plans);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Arena arena() {
    return arena;
  }

  /**
   * Plans the next halt.
   *
   * @param deaths the point for each hold that is paid for, or booking that is cancelled
   */
  void plan(Map<UUID, String> deaths) {
    try {
      for (Map.Entry<UUID, String> death : deaths.entrySet()) {
        Files.writeString(plans.resolve(death.getKey().toString()), death.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for the halt; ends the process from outside if it does not come.
   *
   * @param meanwhile what is to be done again and again until then
   * @return who did not get to their points: nobody, if it has halted
   */
  Set<UUID> awaitHalt(Runnable meanwhile) {
    long deadline = System.nanoTime() + HALTS_WITHIN.toNanos();
    while (!process.endsWithin(BETWEEN_LOOKS) && System.nanoTime() < deadline) {
      meanwhile.run();
    }
    process.kill();
    try {
      Set<UUID> missed = new HashSet<>();
      for (Path file : files()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(REACHED)) {
          missed.add(UUID.fromString(name));
        }
        Files.delete(file);
      }
      return missed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is ready. */
  void startAgain() {
    process = started();
  }

  private LocalProcess started() {
    int port = arena.system().ports().of(Program.BOOKING);
    List<String> arguments = Stream.concat(Stream.of(plans.toString()), SETTINGS.stream()).toList();
    LocalProcess starting =
        arena
            .system()
            .startBeside(Program.BOOKING, "booking-halting", port, classes, MAIN, arguments);
    URI readiness = arena.service(Program.BOOKING, "/actuator/health/readiness");
    Readiness.await(
        starting,
        READY_WITHIN,
        () -> {
          Http.Answer _ = http.get(readiness, null).expect(200);
        });
    return starting;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(plans)) {
      return files.toList();
    }
  }

  @Override
  public void close() {
    process.kill();
    arena.system().restart(Program.BOOKING);
  }
}
