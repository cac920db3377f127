package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.event.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class CatalogueListener {
  private final FollowCatalogue followCatalogue;

  CatalogueListener(FollowCatalogue followCatalogue) {
    this.followCatalogue = followCatalogue;
  }

  @KafkaListener(topics = "catalogue.show", groupId = "queue-service")
  void on(ConsumerRecord<String, String> message) {
    followCatalogue.follow(IncomingEvent.from(message));
  }
}
