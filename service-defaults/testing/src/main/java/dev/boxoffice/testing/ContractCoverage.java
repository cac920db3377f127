package dev.boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.contract.ApiCoverage;
import dev.boxoffice.contract.EventContracts;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Looks back on all tests of a service: besides its calls, each event was published at least once,
 * and all that were are as described.
 */
public abstract class ContractCoverage extends ApiCoverage {

  private final List<String> topics;

  /**
   * @param topics those that the service publishes on
   */
  protected ContractCoverage(String service, String... topics) {
    super(service);
    this.topics = List.of(topics);
  }

  @Test
  void everyEventWasPublishedAsTheContractSays() {
    for (var topic : topics) {
      try (var reader = TopicReader.fromTheBeginningOf(topic)) {
        var published = new HashSet<String>();
        for (var event : reader.allUpToNow()) {
          // The others were sent by tests, in the name of another service.
          if (event.source().equals("/" + service())) {
            published.add(event.type());
            assertThat(EventContracts.violations(event.type(), event.data()))
                .as("%s: %s", event.type(), event.data())
                .isEmpty();
          }
        }
        assertThat(published).containsExactlyInAnyOrderElementsOf(EventContracts.types(topic));
      }
    }
  }

  @Test
  void everyExampleIsAsItsSchemaSays() {
    for (var topic : topics) {
      for (var type : EventContracts.types(topic)) {
        assertThat(EventContracts.violations(type, EventContracts.example(type)))
            .as(type)
            .isEmpty();
      }
    }
  }

  @Test
  void whatIsReadOfOthersIsThere() {
    for (var type : EventContracts.readBy(service())) {
      assertThat(EventContracts.unreadable(service(), type, EventContracts.example(type)))
          .as(type)
          .isEmpty();
    }
  }
}
