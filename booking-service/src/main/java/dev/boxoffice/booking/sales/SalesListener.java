package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.defaults.event.IncomingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears seats counted and people let in. Hearing it again ends in the same figures. */
@Component
class SalesListener {

  private final SectionCountLedger counts;
  private final EntryLedger entries;

  SalesListener(SectionCountLedger counts, EntryLedger entries) {
    this.counts = counts;
    this.entries = entries;
  }

  private record Counts(UUID showId, Instant countedAt, List<Count> sections) {}

  private record Count(UUID sectionId, int available, int held) {}

  @KafkaListener(topics = "seat.show", groupId = "booking-service-sales")
  void onSeats(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    if (event.type().equals("seat.show.counts")) {
      var counted = event.data(Counts.class);
      for (var section : counted.sections()) {
        counts.record(
            new ShowId(counted.showId()),
            new SectionId(section.sectionId()),
            section.available(),
            section.held(),
            counted.countedAt());
      }
    }
  }

  @KafkaListener(topics = "ticket.ticket", groupId = "booking-service-sales")
  void onTickets(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    if (event.type().equals("ticket.ticket.checked-in")) {
      entries.record(event.data(EntryLedger.CheckedIn.class));
    }
  }
}
