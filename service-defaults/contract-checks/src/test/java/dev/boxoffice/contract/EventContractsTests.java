package dev.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventContractsTests {
  private static final String TYPE = "booking.booking.confirmed";

  private final ObjectNode event = (ObjectNode) EventContracts.example(TYPE);

  @Test
  void findsWhatAnEventLacksAndWhatNobodyDescribed() {
    assertThat(EventContracts.violations(TYPE, event)).isEmpty();

    assertThat(event.remove("totalAmount")).isNotNull();
    event.put("discount", 5).put("bookedAt", "yesterday");

    assertThat(EventContracts.violations(TYPE, event))
        .hasSize(3)
        .anyMatch(violation -> violation.contains("totalAmount"))
        .anyMatch(violation -> violation.contains("date-time"))
        .anyMatch(violation -> violation.contains("$.discount"));
    assertThat(EventContracts.violations("booking.booking.dreamt", event))
        .containsExactly("booking.booking.dreamt is not described");
  }

  @Test
  void letsAReaderIgnoreWhatItDoesNotNeed() {
    String counts = "seat.show.counts";
    ObjectNode said = (ObjectNode) EventContracts.example(counts);
    said.put("weather", "fine");

    assertThat(EventContracts.unreadable("booking-service", counts, said)).isEmpty();
    assertThat(said.remove("sections")).isNotNull();
    assertThat(EventContracts.unreadable("booking-service", counts, said))
        .anyMatch(violation -> violation.contains("sections"));
    assertThat(EventContracts.readBy("booking-service")).contains(counts);
    assertThat(EventContracts.types("booking.booking")).contains(TYPE).hasSize(3);
  }
}
