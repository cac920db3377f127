package dev.boxoffice.local.launcher.publishing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A show to be.
 *
 * @param terms what the catalogue wants to know beside the time: currency, prices, queue, ...
 */
public record ShowListing(Instant time, Map<String, Object> terms) {

  public ShowListing {
    terms = Map.copyOf(terms);
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>(terms);
    body.put("showTime", time.toString());
    return body;
  }
}
