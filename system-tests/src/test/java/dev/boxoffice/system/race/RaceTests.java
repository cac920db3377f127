package dev.boxoffice.system.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.stack.Repository;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A minute of everything at once. The seed is printed; {@code -Dboxoffice.race.seed=N} or {@code
 * ./boxoffice bench race --for 60s --seed N} takes the same decisions again.
 */
class RaceTests {
  private static final int SEEDS = 1_000_000;

  @Test
  void sellsEverySeatOnceWhateverBreaks() {
    long seed = Long.getLong("boxoffice.race.seed", new SecureRandom().nextInt(SEEDS));
    RaceResult result =
        new Race(Arenas.running(), Clock.systemUTC())
            .run(
                new RaceSettings(
                    seed,
                    Duration.ofSeconds(60),
                    RaceSettings.USUAL_BUYERS,
                    true,
                    Repository.root().resolve("target").resolve("race")));
    System.out.println(result.summary());
    assertThat(result.violations()).as(result.summary()).isEmpty();
    assertThat(result.faults()).containsOnlyKeys(List.of(FaultKind.values()));
  }
}
