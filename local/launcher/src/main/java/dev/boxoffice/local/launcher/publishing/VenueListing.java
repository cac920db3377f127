package dev.boxoffice.local.launcher.publishing;

import java.time.ZoneId;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A venue to be.
 *
 * @param plan asked for only when the venue is not there yet
 */
public record VenueListing(String name, String city, ZoneId timezone, Supplier<JsonNode> plan) {

  /** The same for the same place in another run. */
  String key() {
    return keyOf(name, city);
  }

  static String keyOf(String name, String city) {
    return name + ", " + city;
  }
}
