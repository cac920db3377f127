package dev.boxoffice.defaults.outbox.deadletter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends dead letters to their topic once more, as they were: with the same event id, so that
 * whoever has applied an event passes over it. One that cannot be applied this time either comes
 * back. Dying half-way sends some twice, which is as harmless.
 */
final class ReplayDeadLetters {

  private static final Logger log = LoggerFactory.getLogger(ReplayDeadLetters.class);

  /** Sent before it is recorded that they are. */
  private static final int BATCH = 500;

  private static final String ADDED_WHEN_PUT_ASIDE = "kafka_dlt-";

  private final DeadLetterBoxes boxes;
  private final KafkaTemplate<String, String> kafka;

  ReplayDeadLetters(DeadLetterBoxes boxes, KafkaTemplate<String, String> kafka) {
    this.boxes = boxes;
    this.kafka = kafka;
  }

  /** Returns how many were sent; those that come back meanwhile are left for another time. */
  int replay(String topic) {
    int sent = 0;
    try (var box = boxes.open(topic)) {
      List<ConsumerRecord<String, String>> batch;
      do {
        batch = box.read(BATCH);
        var sending = batch.stream().map(it -> kafka.send(again(topic, it))).toList();
        CompletableFuture.allOf(sending.toArray(CompletableFuture[]::new)).join();
        box.moveOn();
        sent += batch.size();
      } while (!batch.isEmpty());
    }
    log.info("Sent {} dead letters to {} once more", sent, topic);
    return sent;
  }

  private static ProducerRecord<String, String> again(
      String topic, ConsumerRecord<String, String> message) {
    var headers =
        StreamSupport.stream(message.headers().spliterator(), false)
            .filter(header -> !header.key().startsWith(ADDED_WHEN_PUT_ASIDE))
            .toArray(Header[]::new);
    return new ProducerRecord<>(topic, null, message.key(), message.value(), List.of(headers));
  }
}
