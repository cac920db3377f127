package dev.boxoffice.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Sends events as another service would. The topic must exist. */
public final class TopicWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE_SECONDS = 20;

  private TopicWriter() {}

  /**
   * Sends an event with a new id, which it returns once the broker has the event.
   *
   * @param payload written as JSON; text is taken to be JSON already
   */
  @CanIgnoreReturnValue
  public static String send(String topic, String key, String type, Object payload) {
    var id = UUID.randomUUID().toString();
    sendAgain(topic, key, type, id, payload);
    return id;
  }

  /** Sends an event with a given id, perhaps one that was sent before. */
  public static void sendAgain(String topic, String key, String type, String id, Object payload) {
    var value = payload instanceof String text ? text : JSON.writeValueAsString(payload);
    var message = new ProducerRecord<>(topic, key, value);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            "/test",
            "ce_time",
            Clock.systemUTC().instant().toString(),
            "content-type",
            "application/json")
        .forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
    sendRaw(message);
  }

  /** Sends whatever it is, poison for instance. */
  public static void sendRaw(ProducerRecord<String, String> message) {
    try {
      var sent = Holder.PRODUCER.send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!sent.hasOffset()) {
        throw new IllegalStateException("the broker gave no offset for " + message);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot send " + message, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  /** Made when the first event is sent. */
  private static final class Holder {
    static final KafkaProducer<String, String> PRODUCER =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.get().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
  }
}
