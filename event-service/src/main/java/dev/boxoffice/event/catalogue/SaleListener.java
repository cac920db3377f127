package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.event.IncomingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class SaleListener {
  private final FollowSale followSale;

  SaleListener(FollowSale followSale) {
    this.followSale = followSale;
  }

  @KafkaListener(
      topics = {"seat.show", "queue.room"},
      groupId = "event-service")
  void on(ConsumerRecord<String, String> message) {
    followSale.follow(IncomingEvent.from(message));
  }
}
