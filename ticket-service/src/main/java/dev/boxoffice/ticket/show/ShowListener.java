package dev.boxoffice.ticket.show;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.ticket.ShowId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the local copy of shows. Each event says everything, so a repeated one changes nothing. */
@Component
class ShowListener {

  private static final Logger log = LoggerFactory.getLogger(ShowListener.class);

  private final ShowLedger shows;

  ShowListener(ShowLedger shows) {
    this.shows = shows;
  }

  @KafkaListener(id = "shows", topics = "catalogue.show", groupId = "ticket-service")
  void on(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    switch (event.type()) {
      case "catalogue.show.published", "catalogue.show.changed" ->
          shows.keep(event.data(ShowSaid.class).facts());
      case "catalogue.show.cancelled" -> {
        var cancelled = event.data(ShowCancelled.class);
        if (!shows.cancel(new ShowId(cancelled.showId()), cancelled.cancelledAt())) {
          log.info("Show {} is unknown or already cancelled", cancelled.showId());
        }
      }
      default -> log.debug("Nothing to do for {}", event.type());
    }
  }

  record ShowSaid(
      UUID showId, String title, String venueName, String city, ZoneId timezone, Instant showTime) {
    ShowFacts facts() {
      return new ShowFacts(new ShowId(showId), title, venueName, city, timezone, showTime, null);
    }
  }

  record ShowCancelled(UUID showId, Instant cancelledAt) {}
}
