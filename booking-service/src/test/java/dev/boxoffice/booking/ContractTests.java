package dev.boxoffice.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.booking.fakes.Contracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ContractTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "booking.booking.confirmed",
        "booking.booking.seats-cancelled",
        "booking.booking.cancelled"
      })
  void examplesKeepToTheirSchemas(String type) {
    assertThat(Contracts.violations(type, Contracts.read(Contracts.example(type)))).isEmpty();
  }

  @Test
  void anEventWithoutItsTotalBreaksTheSchema() {
    var type = "booking.booking.confirmed";
    var broken = (ObjectNode) Contracts.read(Contracts.example(type));

    assertThat(broken.remove("totalAmount")).isNotNull();

    assertThat(Contracts.violations(type, broken)).hasSize(1);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("examplesOfOthers")
  void whatOthersSayCanBeRead(Path expectation, Path example) {
    assertThat(Contracts.unreadable(expectation, Contracts.read(example))).isEmpty();
  }

  /** Each expectation with its producer's example, as far as the producer has written one. */
  static Stream<Path[]> examplesOfOthers() {
    return Contracts.expectations().stream()
        .map(expectation -> new Path[] {expectation, Contracts.example(type(expectation))})
        .filter(pair -> Files.exists(pair[1]));
  }

  private static String type(Path expectation) {
    return expectation.getFileName().toString().replace(".schema.json", "");
  }
}
