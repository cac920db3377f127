package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.HoldId;
import dev.boxoffice.defaults.event.IncomingEvent;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears that a hold has ended. Ending it again changes nothing, so no event is remembered. */
@Component
class HoldEndedListener {

  private final EndHold endHold;

  HoldEndedListener(EndHold endHold) {
    this.endHold = endHold;
  }

  private record HoldEnded(UUID holdId) {}

  @KafkaListener(topics = "seat.show", groupId = "booking-service")
  void on(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    if (event.type().equals("seat.show.hold-ended")) {
      endHold.end(new HoldId(event.data(HoldEnded.class).holdId()));
    }
  }
}
