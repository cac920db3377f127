package dev.boxoffice.system.bench;

import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.system.race.Arena;
import dev.boxoffice.system.race.Race;
import dev.boxoffice.system.race.RaceResult;
import dev.boxoffice.system.race.RaceSettings;
import dev.boxoffice.system.race.RaceTotals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Races of a minute, one show after the other, each with the next seed. */
@Command(
    name = "race",
    description =
        "Sells shows from two instances of seat-service while things break, and checks every"
            + " history. A round's seed replays it: --for 60s --seed N.")
final class RaceBench extends BenchCommand {
  private static final Duration ROUND_AT_MOST = Duration.ofSeconds(60);

  @Option(names = "--for", description = "how long, e.g. 30m", defaultValue = "1m")
  private Duration lasts = ROUND_AT_MOST;

  @Option(names = "--seed", description = "of the first round; a random one is printed")
  private @Nullable Long seed;

  @Option(names = "--buyers", description = "at once (${DEFAULT-VALUE})", defaultValue = "16")
  private int buyers = RaceSettings.USUAL_BUYERS;

  @Option(names = "--no-faults", description = "nothing breaks")
  private boolean calm;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    long first = orRandom(seed);
    say("Starting two instances of seat-service and what they need, in " + folder());
    RaceTotals totals = new RaceTotals();
    try (Arena arena = Arena.start(folder())) {
      Race race = new Race(arena, clock);
      Instant end = clock.instant().plus(lasts);
      for (int round = 0; clock.instant().isBefore(end); round++) {
        Duration left = Duration.between(clock.instant(), end);
        Duration time = left.compareTo(ROUND_AT_MOST) < 0 ? left : ROUND_AT_MOST;
        RaceResult result = race.run(settings(first + round, time));
        totals.add(result);
        say(result.summary());
      }
    }
    say(totals.summary());
    return totals.violations() == 0 ? 0 : 1;
  }

  private RaceSettings settings(long roundSeed, Duration time) {
    Path logs = Repository.root().resolve("target").resolve("race");
    return new RaceSettings(roundSeed, time, buyers, !calm, logs);
  }
}
