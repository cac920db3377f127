package dev.boxoffice.defaults.outbox.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * An event that could not be applied.
 *
 * @param topic where it came from
 * @param position where it lies on that topic's dead-letter topic: partition and offset
 * @param consumer who could not apply it
 * @param eventId absent if it has no such header, which may be what is wrong with it
 * @param reason what the consumer said
 * @param failedAt when it was put aside
 */
record DeadLetter(
    String topic,
    String position,
    String consumer,
    @Nullable String eventId,
    @Nullable String type,
    @Nullable String key,
    @Nullable String payload,
    @Nullable String reason,
    Instant failedAt) {

  static DeadLetter of(String topic, ConsumerRecord<String, String> message) {
    return new DeadLetter(
        topic,
        message.partition() + "@" + message.offset(),
        consumerOf(message),
        header(message, "ce_id"),
        header(message, "ce_type"),
        message.key(),
        message.value(),
        header(message, KafkaHeaders.DLT_EXCEPTION_MESSAGE),
        Instant.ofEpochMilli(message.timestamp()));
  }

  /** Empty if it does not say. */
  static String consumerOf(ConsumerRecord<String, String> message) {
    var group = header(message, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
    return group == null ? "" : group;
  }

  private static @Nullable String header(ConsumerRecord<String, String> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
