package dev.boxoffice.seat.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What measurements are made of. */
class FiguresTests {

  @Test
  void givesTheLatencyWithinWhichSoManyWereAnswered() {
    Latencies latencies = new Latencies();
    LongStream.rangeClosed(1, 2_000).forEach(ms -> latencies.add((2_001 - ms) * 1_000_000));

    assertThat(latencies.millis()).containsExactly(1_000.0, 1_980.0, 1_998.0);
  }

  @Test
  void givesTheOnlyLatencyForEachPercentile() {
    Latencies one = new Latencies();
    one.add(5_000_000);
    Latencies all = new Latencies();
    all.addAll(one);

    assertThat(all.millis()).isEqualTo(List.of(5.0, 5.0, 5.0));
    assertThat(new Latencies().millis()).isEmpty();
  }

  @Test
  void countsAnswersByKind() {
    Tally tally = new Tally();
    tally.add(Answer.GRANTED, 1);
    tally.add(Answer.REFUSED, 2);
    tally.add(Answer.REFUSED, 3);
    tally.add(Answer.FAILED, 4);
    tally.addAll(tally(Answer.FAILED));

    assertThat(tally.granted().count()).isEqualTo(1);
    assertThat(tally.refused().count()).isEqualTo(2);
    assertThat(tally.failed()).isEqualTo(2);
  }

  @Test
  void readsProcessorTimeWhateverTheProcessIsCalled() {
    assertThat(
            CpuTime.ticks(
                "42 (a) name) S 1 42 42 0 -1 4194560 100 200 0 0 11 22 33 44 20 0 1 0 99 0 0"))
        .isEqualTo(110);
  }

  @Test
  void playsHowManyAttemptsSellAShow() {
    // With pairs, of seats tried for k times as often as there are seats, k / (1 + k) get held:
    // 0.75 attempts a seat hold 60 %; 2.2, hot, hold 95 % of a fifth and 52 % of the rest.
    assertThat(PgBench.attemptsToSell(Load.UNIFORM, 2_000, 2)).isBetween(1_400, 1_600);
    assertThat(PgBench.attemptsToSell(Load.HOT, 2_000, 2)).isBetween(4_200, 4_700);
  }

  @Test
  void readsTheRateFromWhatPgbenchSays() {
    assertThat(
            PgBench.rate("latency average = 1 ms\ntps = 4485.07 (without initial connection time)"))
        .isEqualTo(4485.07);
    assertThatIllegalStateException().isThrownBy(() -> PgBench.rate("connection refused"));
  }

  private static Tally tally(Answer answer) {
    Tally tally = new Tally();
    tally.add(answer, 1);
    return tally;
  }
}
