package dev.boxoffice.seat.guard;

import dev.boxoffice.defaults.event.IncomingEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class HoldEndedListener {
  private final CountExpiredHolds countExpiredHolds;

  HoldEndedListener(CountExpiredHolds countExpiredHolds) {
    this.countExpiredHolds = countExpiredHolds;
  }

  @KafkaListener(topics = "seat.show", groupId = "seat-service-guard")
  void on(ConsumerRecord<String, String> message) {
    countExpiredHolds.count(IncomingEvent.from(message), Instant.ofEpochMilli(message.timestamp()));
  }
}
