package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears seats counted, and people let in or let in by mistake; each event counts once. */
@Component
class SalesListener {

  private static final Logger log = LoggerFactory.getLogger(SalesListener.class);
  private static final String CONSUMER = "booking-service-sales";

  private final SectionCountLedger counts;
  private final EntryLedger entries;
  private final Inbox inbox;

  SalesListener(SectionCountLedger counts, EntryLedger entries, Inbox inbox) {
    this.counts = counts;
    this.entries = entries;
    this.inbox = inbox;
  }

  private record Counts(UUID showId, Instant countedAt, List<Count> sections) {}

  private record Count(UUID sectionId, int available, int held) {}

  @KafkaListener(topics = "seat.show", groupId = CONSUMER)
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

  private record CheckInUndone(UUID ticketId) {}

  @KafkaListener(topics = "ticket.ticket", groupId = CONSUMER)
  @Transactional
  public void onTickets(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    switch (event.type()) {
      case "ticket.ticket.checked-in" -> {
        if (inbox.firstTime(CONSUMER, event.id())) {
          entries.record(event.data(EntryLedger.CheckedIn.class));
        }
      }
      case "ticket.ticket.check-in-undone" -> {
        // Heard twice, it would strike out somebody who has been let in since.
        if (inbox.firstTime(CONSUMER, event.id())) {
          entries.strikeOut(event.data(CheckInUndone.class).ticketId());
        }
      }
      default -> log.debug("Nothing to do for {}", event.type());
    }
  }
}
