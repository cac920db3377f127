package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the waiting room reads of a show in the catalogue's events. */
record ListedShow(
    UUID showId,
    String organiserId,
    @Nullable Instant salesStartAt,
    @Nullable Mode queue,
    @Nullable Map<String, Long> prices) {

  Room room() {
    return new Room(
        new ShowId(showId),
        new UserId(organiserId),
        Objects.requireNonNullElse(queue, Mode.AUTO),
        LobbyOrder.ARRIVAL,
        salesStartAt,
        false);
  }

  @Nullable Long priceFrom() {
    return prices == null || prices.isEmpty() ? null : Collections.min(prices.values());
  }

  @Nullable Long priceTo() {
    return prices == null || prices.isEmpty() ? null : Collections.max(prices.values());
  }
}
