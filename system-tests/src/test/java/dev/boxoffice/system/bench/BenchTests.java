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
  void knowsNoOtherBench() {
    StringWriter said = new StringWriter();
    assertThat(Bench.commandLine().setErr(new PrintWriter(said)).execute("fly")).isNotZero();
    assertThat(said.toString()).contains("fly");
  }
}
