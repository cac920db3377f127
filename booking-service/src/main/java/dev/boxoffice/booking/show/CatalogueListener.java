package dev.boxoffice.booking.show;

import dev.boxoffice.booking.ShowId;
import dev.boxoffice.defaults.event.IncomingEvent;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what the catalogue says of shows. Hearing it again ends in the same picture. */
@Component
class CatalogueListener {

  private final ShowLedger shows;

  CatalogueListener(ShowLedger shows) {
    this.shows = shows;
  }

  private record Described(
      UUID showId, String organiserId, String title, Instant showTime, String currency) {}

  private record Cancelled(UUID showId, Instant cancelledAt) {}

  @KafkaListener(topics = "catalogue.show", groupId = "booking-service")
  void on(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    switch (event.type()) {
      case "catalogue.show.published", "catalogue.show.changed" ->
          describe(event.data(Described.class));
      case "catalogue.show.cancelled" -> {
        var cancelled = event.data(Cancelled.class);
        shows.cancel(new ShowId(cancelled.showId()), cancelled.cancelledAt());
      }
      default -> {
        // The catalogue may say more than this service cares about.
      }
    }
  }

  private void describe(Described show) {
    shows.describe(
        new ShowId(show.showId()),
        show.organiserId(),
        show.title(),
        show.showTime(),
        show.currency());
  }
}
