package dev.boxoffice.system.hold;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.TokenMint;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.system.client.NoLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A sale at a steady rate beside something else that is measured, in the same system. */
public final class SteadyHolds {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USERS = 500;
  private static final int CLIENTS = 32;
  private static final int SEATS_PER_HOLD = 2;
  private static final int SEATS_OF_SHOW = 20_000;
  private static final int SEATS_PREPARED = 40_000;
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

  private final Path results;
  private final LocalProcess process;

  private SteadyHolds(Path results, LocalProcess process) {
    this.results = results;
    this.process = process;
  }

  /**
   * Begins to hold; few people much, so the system is one with {@link NoLimits#ofLongHolds}.
   *
   * @param folder for the load's files
   */
  public static SteadyHolds begin(
      LocalSystem system, Path folder, int perSecond, Duration lasts, long seed) {
    Path results = folder.resolve("sale.jsonl");
    TokenMint mint = system.tokens();
    List<String> tokens =
        IntStream.rangeClosed(1, USERS).parallel().mapToObj(n -> mint.mint("load-" + n)).toList();
    LoadPlan.Step step =
        new LoadPlan.Step(
            Way.SEAT_SERVICE,
            SEATS_OF_SHOW,
            Load.UNIFORM,
            List.of(CLIENTS),
            lasts.toMillis() / 1000.0,
            perSecond,
            false);
    try {
      Path tokenFile = Files.write(folder.resolve("sale-tokens.txt"), tokens);
      LoadPlan plan =
          new LoadPlan(
              List.of(step),
              seed,
              SEATS_PER_HOLD,
              false,
              SEATS_PREPARED,
              results.toString(),
              tokenFile.toString(),
              Map.of(Way.SEAT_SERVICE, "127.0.0.1:" + system.ports().of(Program.SEAT)),
              "",
              Map.of());
      Path file = Files.writeString(folder.resolve("sale.json"), JSON.writeValueAsString(plan));
      LocalProcess process =
          system.startBeside(
              Program.SEAT,
              "sale",
              Ports.free(),
              HoldSystem.loadClasses(folder),
              HoldSystem.LOAD_MAIN,
              List.of(file.toString()));
      return new SteadyHolds(results, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the sale, and says how it went. */
  public String end() {
    if (!process.endsWithin(ENDS_WITHIN) || !Files.exists(results)) {
      return "the sale beside it failed; see " + process.log();
    }
    try {
      Measurement sold = JSON.readValue(Files.readString(results), Measurement.class);
      return "beside it: %.0f holds/s granted of %d wanted, %d failed, p50/p99/p99.9 ms %s"
          .formatted(
              sold.grantedPerSecond(), sold.perSecond(), sold.failed(), sold.grantedMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
