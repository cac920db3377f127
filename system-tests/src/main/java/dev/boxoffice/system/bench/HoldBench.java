package dev.boxoffice.system.bench;

import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.system.hold.HoldPage;
import dev.boxoffice.system.hold.HoldReport;
import dev.boxoffice.system.hold.HoldSettings;
import dev.boxoffice.system.hold.Load;
import dev.boxoffice.system.hold.MeasureHolds;
import dev.boxoffice.system.hold.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Ours beside simpler ways to hold seats, in one run. */
@Command(
    name = "hold",
    description = {
      "Measures holds, ours and simpler ways, on the same Postgres and Redis in one run:",
      "  (a) ours in process, (b) over HTTP to seat-service, (c) through the gateway,",
      "  (d) MULTI of SET NX and a plain UPDATE, (e) SELECT ... FOR UPDATE,",
      "  (f) the guarded write by pgbench, if that is installed,",
      "  (g) SELECT ... FOR UPDATE that writes what ours write.",
      "Prints a table and what was reached of the targets; the chart is target/bench/hold.html.",
      "About 15 minutes, with --quick about 3; let the machine do nothing else meanwhile."
    })
final class HoldBench extends BenchCommand {
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final Duration QUICK_WARM_UP = Duration.ofSeconds(5);
  private static final List<Integer> QUICK_SEATS = List.of(2_000, 100_000);
  private static final List<Integer> BASELINE_CLIENTS = List.of(4, 8, 16, 32);
  private static final List<Integer> QUICK_BASELINE_CLIENTS = List.of(8, 16);
  private static final int SEATS_PREPARED = 100_000;

  @Option(
      names = "--for",
      description = "each measurement (${DEFAULT-VALUE})",
      defaultValue = "10s")
  private Duration lasts = Duration.ofSeconds(10);

  @Option(names = "--quick", description = "2 s each, without the middle size, hardly warm")
  private boolean quick;

  @Option(
      names = "--seats",
      split = ",",
      description = "of a show, one size after the other (${DEFAULT-VALUE})",
      defaultValue = "2000,20000,100000")
  private List<Integer> seats = new ArrayList<>();

  @Option(
      names = "--load",
      split = ",",
      description = "uniform, hot: 80 %% of attempts for 20 %% of the seats (both)",
      defaultValue = "UNIFORM,HOT")
  private List<Load> loads = new ArrayList<>();

  @Option(
      names = "--only",
      description = "letters of the ways to measure, e.g. abd",
      defaultValue = "abcdefg")
  private String letters = "abcdefg";

  @Option(names = "--clients", description = "at once (${DEFAULT-VALUE})", defaultValue = "64")
  private int clients;

  @Option(names = "--seats-per-hold", description = "${DEFAULT-VALUE}", defaultValue = "2")
  private int seatsPerHold;

  @Option(
      names = "--rate",
      description = "attempts/s of the steady load on seat-service (${DEFAULT-VALUE})",
      defaultValue = "750")
  private int rate;

  @Option(names = "--idempotency-keys", description = "every request over HTTP carries one")
  private boolean idempotencyKeys;

  @Option(names = "--seed", description = "of the choice of seats; a random one is printed")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException {
    ParseResult given = spec().commandLine().getParseResult();
    if (quick && (given.hasMatchedOption("--for") || given.hasMatchedOption("--seats"))) {
      throw new ParameterException(
          spec().commandLine(), "--quick decides by itself how long and which sizes");
    }
    HoldSettings settings = settings(this::options);
    Path page = Repository.root().resolve("target").resolve("bench").resolve("hold.html");
    say("Starting seat-service, the gateway and what they need, in " + folder());
    HoldReport report = new MeasureHolds(settings, folder(), this::say).run();
    say("");
    say(report.text());
    HoldPage.of(report).write(page);
    say("");
    say("Chart: " + page);
    return 0;
  }

  private HoldSettings options() {
    return new HoldSettings(
        quick ? QUICK : lasts,
        quick ? QUICK_WARM_UP : WARM_UP,
        quick ? QUICK_SEATS : seats,
        loads,
        ways(),
        clients,
        quick ? QUICK_BASELINE_CLIENTS : BASELINE_CLIENTS,
        seatsPerHold,
        rate,
        SEATS_PREPARED,
        idempotencyKeys,
        orRandom(seed));
  }

  private Set<Way> ways() {
    return Arrays.stream(Way.values())
        .filter(way -> letters.indexOf(way.letter()) >= 0)
        .collect(Collectors.toSet());
  }
}
