package dev.boxoffice.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BenchTests {

  @Test
  void readsDurationsAsPeopleWriteThem() {
    assertThat(Bench.duration("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Bench.duration("30m")).isEqualTo(Duration.ofMinutes(30));
    assertThat(Bench.duration("pt1h")).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void explainsTheRace() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "race")).isZero();
    assertThat(said.toString()).contains("--for", "--seed", "--buyers", "--no-faults");
  }

  @Test
  void explainsTheMeasuringOfHolds() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "hold")).isZero();
    assertThat(said.toString())
        .contains("--for", "--quick", "--seats", "--load", "--only", "--clients", "--seed")
        .contains("SELECT ... FOR UPDATE", "pgbench");
  }

  @Test
  void explainsTheMeasuringOfStreams() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "stream"))
        .isZero();
    assertThat(said.toString()).contains("--subscribers", "--rate", "--for", "--silent");
  }

  @Test
  void refusesMoreChangesThanAShowHasSeats() {
    StringWriter said = new StringWriter();
    int code =
        Bench.commandLine()
            .setErr(new PrintWriter(said))
            .execute("stream", "--rate", "2000", "--for", "1h");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("more seats than a show may have");
  }

  @Test
  void explainsTheMeasuringOfSeatMaps() {
    StringWriter said = new StringWriter();
    int code = Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "seatmap");
    assertThat(code).isZero();
    assertThat(said.toString()).contains("--for", "--quick", "--seats", "--connections", "nginx");
  }

  @Test
  void explainsTheCrashes() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "crash")).isZero();
    assertThat(said.toString()).contains("--for", "--all", "--seed", "--at-once");
  }

  @Test
  void explainsTheMeasuringOfPurchases() {
    StringWriter said = new StringWriter();
    int code = Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "confirm");
    assertThat(code).isZero();
    assertThat(said.toString()).contains("--for", "--warm-up", "--clients", "--seats-per-booking");
    said = new StringWriter();
    code =
        Bench.commandLine()
            .setErr(new PrintWriter(said))
            .execute("confirm", "--seats-per-booking", "7");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("7 seats a booking");
  }

  @Test
  void explainsTheSearchingOfTheCatalogue() {
    StringWriter said = new StringWriter();
    int code = Bench.commandLine().setOut(new PrintWriter(said)).execute("help", "catalogue");
    assertThat(code).isZero();
    assertThat(said.toString())
        .contains("--events", "--rate", "--holds", "--for", "--seed", "forbidden");
  }

  @Test
  void refusesToSearchNothing() {
    StringWriter said = new StringWriter();
    int code =
        Bench.commandLine().setErr(new PrintWriter(said)).execute("catalogue", "--events", "0");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("0 events");
  }

  @Test
  void refusesToMeasureNothing() {
    StringWriter said = new StringWriter();
    int code = Bench.commandLine().setErr(new PrintWriter(said)).execute("hold", "--only", "xyz");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("nothing to measure");
  }

  @Test
  void isEitherQuickOrAsLongAsToldTo() {
    StringWriter said = new StringWriter();
    int code =
        Bench.commandLine()
            .setErr(new PrintWriter(said))
            .execute("hold", "--quick", "--for", "10s");
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).contains("--quick decides by itself");
  }

  @Test
  void knowsNoOtherBench() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setErr(new PrintWriter(said)).execute("fly")).isNotZero();
    assertThat(said.toString()).contains("fly");
  }
}
