package dev.boxoffice.system.hold;

import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Starts a system and measures holds in every way that is wanted. */
public final class MeasureHolds {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final HoldSettings settings;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param folder for the system's state, without that of an earlier one; its logs stay
   * @param progress is told of each measurement
   */
  public MeasureHolds(HoldSettings settings, Path folder, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  public HoldReport run() {
    @Nullable Path pgbench = PgBenchProgram.find();
    try (HoldSystem system = HoldSystem.start(folder)) {
      Path tokens = Files.write(folder.resolve("tokens.txt"), system.tokens(HoldSettings.USERS));
      List<Measurement> all = new ArrayList<>();
      all.addAll(load(system, tokens, "load-in-process", pgbench));
      all.addAll(load(system, tokens, "load-over-http", pgbench));
      return new HoldReport(settings, all, pgbench != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Measurement> load(
      HoldSystem system, Path tokens, String name, @Nullable Path pgbench) throws IOException {
    boolean inProcess = name.equals("load-in-process");
    List<Way> ways =
        settings.ways().stream()
            .filter(way -> way.isInProcess() == inProcess)
            .filter(way -> way != Way.PGBENCH || pgbench != null)
            .sorted()
            .toList();
    if (ways.isEmpty()) {
      return List.of();
    }
    Path results = folder.resolve(name + ".jsonl");
    LoadPlan plan =
        new LoadPlan(
            LoadPlan.steps(settings, ways),
            settings.seed(),
            settings.seatsPerHold(),
            settings.idempotencyKeys(),
            settings.seatsPrepared(),
            results.toString(),
            tokens.toString(),
            system.addresses(),
            pgbench == null ? "" : pgbench.toString(),
            system.processes(inProcess));
    Path file = Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(plan));
    LocalProcess process = system.startLoad(name, file);
    List<Measurement> seen = new ArrayList<>();
    boolean ended = false;
    while (!ended) {
      ended = process.endsWithin(LOOK_EVERY);
      List<Measurement> now = read(results);
      now.subList(seen.size(), now.size()).forEach(one -> progress.accept(HoldReport.line(one)));
      seen = now;
    }
    long expected = plan.steps().stream().filter(step -> !step.warmUp()).count();
    if (seen.size() != expected) {
      throw new StackException(
          "the load ended after "
              + seen.size()
              + " of "
              + expected
              + " measurements; see "
              + process.log());
    }
    return seen;
  }

  private static List<Measurement> read(Path results) throws IOException {
    if (!Files.exists(results)) {
      return List.of();
    }
    String text = Files.readString(results);
    // A last line without an end is still being written.
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> JSON.readValue(line, Measurement.class))
        .toList();
  }
}
