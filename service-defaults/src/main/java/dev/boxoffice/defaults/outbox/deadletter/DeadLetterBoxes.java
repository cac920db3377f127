package dev.boxoffice.defaults.outbox.deadletter;

import java.util.List;
import org.springframework.kafka.core.ConsumerFactory;

/** Opens the dead letters of the topics that this service hears. */
final class DeadLetterBoxes {

  private final ConsumerFactory<String, String> consumers;
  private final List<String> topics;
  private final String service;

  DeadLetterBoxes(ConsumerFactory<String, String> consumers, List<String> topics, String service) {
    this.consumers = consumers;
    this.topics = List.copyOf(topics);
    this.service = service;
  }

  List<String> topics() {
    return topics;
  }

  DeadLetterBox open(String topic) {
    return new DeadLetterBox(
        topic, service, consumers.createConsumer(service + "-dead-letters", null, null));
  }
}
