package dev.boxoffice.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.system.race.Arenas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * booking-service ends for real at every named point, once, and finds out by itself what it was at.
 * {@code ./boxoffice bench crash} does so whatever the payment provider does.
 */
class HaltTests {

  @Test
  void finishesWhatItWasAtWhereverItHalts(@TempDir Path logs) throws Exception {
    List<CrashCase> cases =
        Stream.of(Story.PAYS, Story.CANCELS)
            .flatMap(story -> CrashCase.undisturbed(story).stream())
            .toList();
    int halts = 0;
    try (HaltingBooking booking = HaltingBooking.in(Arenas.running());
        CrashSale sale =
            new CrashSale(
                booking,
                cases.size(),
                logs.resolve("operations.jsonl"),
                false,
                Clock.systemUTC())) {
      for (CrashCase crash : cases) {
        assertThat(sale.halt(List.of(crash))).as("did not get to its point").isEmpty();
        halts++;
      }
      assertThat(sale.check()).isEmpty();
    }
    System.out.println(halts + " halts of booking-service, each at another point: no violation");
  }
}
