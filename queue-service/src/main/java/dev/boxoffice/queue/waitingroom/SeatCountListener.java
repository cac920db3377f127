package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.queue.admission.ShowId;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Notes how many seats are left, to be shown at the door. The newest count wins, so any may repeat.
 */
@Component
class SeatCountListener {
  private static final Logger log = LoggerFactory.getLogger(SeatCountListener.class);

  private final RoomLedger rooms;

  SeatCountListener(RoomLedger rooms) {
    this.rooms = rooms;
  }

  @KafkaListener(topics = "seat.show", groupId = "queue-service")
  void on(ConsumerRecord<String, String> message) {
    IncomingEvent event = IncomingEvent.from(message);
    if (event.type().equals("seat.show.counts")) {
      Counts counts = event.data(Counts.class);
      ShowId showId = new ShowId(counts.showId());
      if (!rooms.countSeats(showId, counts.available(), counts.countedAt())) {
        log.debug("count of {} is old, or its room is not there yet", showId);
      }
    }
  }

  private record Counts(UUID showId, Instant countedAt, long available) {}
}
