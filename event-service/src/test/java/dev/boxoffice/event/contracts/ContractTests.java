package dev.boxoffice.event.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTests {
  private static final String SCHEMA = ".schema.json";

  @ParameterizedTest
  @ValueSource(
      strings = {"catalogue.show.published", "catalogue.show.changed", "catalogue.show.cancelled"})
  void examplesAreWhatTheirSchemasSay(String type) {
    assertThat(Contracts.violations(type, Contracts.read(Contracts.example(type)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examplesOfOthers")
  void readsWhatOthersSay(Path expectation, Path example) {
    assertThat(Contracts.unreadable(expectation, Contracts.read(example))).isEmpty();
  }

  static Stream<Path[]> examplesOfOthers() {
    return Contracts.expectations().stream()
        .map(
            expectation -> {
              String file = String.valueOf(expectation.getFileName());
              String type = file.substring(0, file.length() - SCHEMA.length());
              return new Path[] {expectation, Contracts.example(type)};
            })
        .filter(pair -> Files.exists(pair[1]));
  }
}
