package dev.boxoffice.defaults.outbox.deadletter;

import dev.boxoffice.defaults.event.TopicSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The service's dead letters, at the endpoint for operators. */
@AutoConfiguration
class DeadLetterAutoConfiguration {

  @Bean
  DeadLetterEndpoint deadLetterEndpoint(
      ConsumerFactory<String, String> consumers,
      KafkaTemplate<String, String> kafka,
      TopicSettings topics,
      @Value("${spring.application.name}") String service) {
    var boxes = new DeadLetterBoxes(consumers, topics.topics(), service);
    return new DeadLetterEndpoint(
        new LookAtDeadLetters(boxes), new ReplayDeadLetters(boxes, kafka), boxes);
  }
}
