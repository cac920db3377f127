package dev.boxoffice.defaults.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a consumer sees it: CloudEvents 1.0 in Kafka's binary mode. Readers declare only the
 * fields they use; others are ignored, so producers may add.
 */
public record IncomingEvent(String id, String type, String key, String payload) {
  private static final JsonMapper LENIENT =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Reads a Kafka record.
   *
   * @throws MalformedEventException if a CloudEvents header or the value is missing
   */
  public static IncomingEvent from(ConsumerRecord<String, String> message) {
    if (message.value() == null || message.key() == null) {
      throw new MalformedEventException("key or value missing at " + place(message), null);
    }
    return new IncomingEvent(
        header(message, "ce_id"), header(message, "ce_type"), message.key(), message.value());
  }

  /**
   * The event's body.
   *
   * @throws MalformedEventException if the payload is not a {@code T}
   */
  public <T> T data(Class<T> type) {
    try {
      return LENIENT.readValue(payload, type);
    } catch (JacksonException e) {
      throw new MalformedEventException(this.type + " " + id + " cannot be read", e);
    }
  }

  private static String header(ConsumerRecord<String, String> message, String name) {
    Header header = message.headers().lastHeader(name);
    if (header == null) {
      throw new MalformedEventException("header " + name + " missing at " + place(message), null);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String place(ConsumerRecord<String, String> message) {
    return message.topic() + "-" + message.partition() + "@" + message.offset();
  }
}
