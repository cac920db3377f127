package dev.boxoffice.local.launcher.programme;

import dev.boxoffice.local.launcher.house.House;
import dev.boxoffice.local.launcher.publishing.PlanFile;
import dev.boxoffice.local.launcher.publishing.PriceList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the shows of a programme are sold, which its file does not say.
 *
 * @param plan of every venue; null to draw one for each
 * @param prices of the plan's categories, or of those of the drawn ones
 * @param queue as the catalogue writes it
 */
public record Terms(@Nullable PlanFile plan, PriceList prices, String currency, String queue) {

  JsonNode planOf(House house, String venue) {
    return plan == null ? house.plan(venue) : plan.content();
  }

  Map<String, Object> of(JsonNode ofVenue) {
    return Map.of(
        "currency",
        currency,
        "prices",
        prices.of(new PlanFile(ofVenue).categories()),
        "queue",
        queue);
  }
}
