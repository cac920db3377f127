package dev.boxoffice.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends one event as CloudEvents 1.0 in Kafka's binary mode. */
final class EventSender {
  private final KafkaTemplate<String, String> kafka;
  private final String source;

  EventSender(KafkaTemplate<String, String> kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  CompletableFuture<?> send(OutboxEvent event) {
    var message = new ProducerRecord<>(event.topic(), event.messageKey(), event.payload());
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", event.eventId().toString());
    header(message, "ce_type", event.type());
    header(message, "ce_source", "/" + source);
    header(message, "ce_time", event.createdAt().toString());
    header(message, "content-type", "application/json");
    if (event.traceparent() != null) {
      header(message, "traceparent", event.traceparent());
    }
    try {
      return kafka.send(message);
    } catch (RuntimeException e) {
      // Kafka refuses some records at once (too large, no metadata): one path for both kinds.
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    var _ = message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
