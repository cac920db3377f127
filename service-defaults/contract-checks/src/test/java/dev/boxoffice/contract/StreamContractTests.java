package dev.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StreamContractTests {
  private static final String BEACON = "{\"type\":\"BEACON\",\"seq\":42}";

  private final StreamContract seats = StreamContract.ofChannel("seats");

  @Test
  void findsAFrameThatIsNotDescribed() {
    assertThatCode(() -> check(BEACON)).doesNotThrowAnyException();

    refused(BEACON.replace("42", "\"42\""), "integer expected");
    refused(BEACON.replace("}", ",\"mood\":1}"), "$.mood");
    refused(BEACON.replace("BEACON", "HELLO"), "showId");
    refused(BEACON.replace("BEACON", "FAREWELL"), "FAREWELL");
  }

  @Test
  void knowsItsChannels() {
    assertThatThrownBy(() -> StreamContract.ofChannel("gossip")).hasMessageContaining("gossip");
  }

  private void refused(String frame, String found) {
    assertThatThrownBy(() -> check(frame))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(found);
  }

  private void check(String frame) {
    seats.check(JsonMapper.builder().build().readTree(frame));
  }
}
