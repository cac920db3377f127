package dev.boxoffice.testing;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An event as it lies on a topic.
 *
 * @param headers all headers, among them the CloudEvents ones
 */
public record TopicEvent(
    String id, String type, String key, JsonNode data, Map<String, String> headers) {

  public TopicEvent {
    headers = Map.copyOf(headers);
  }

  /** Who published it, as {@code /seat-service}. */
  public String source() {
    return headers.getOrDefault("ce_source", "");
  }
}
