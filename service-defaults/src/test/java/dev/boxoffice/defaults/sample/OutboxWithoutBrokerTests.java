package dev.boxoffice.defaults.sample;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.testing.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a service whose producer knows no broker for one of its topics. */
@IntegrationTest(
    service = "event",
    classes = {SampleApplication.class, OutboxWithoutBrokerTests.Producers.class},
    properties = {
      "spring.application.name=sample-service",
      "spring.flyway.locations=",
      "boxoffice.topics=sample.thing",
    })
class OutboxWithoutBrokerTests {
  private static final String AWAY = "sample.away";
  private static final String THERE = "sample.there";
  private static final int EVENTS = 50;
  private static final int ROUNDS = 2;

  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final MetadataLessProducer producer;

  OutboxWithoutBrokerTests(
      Outbox outbox, TransactionTemplate transactions, MetadataLessProducer producer) {
    this.outbox = outbox;
    this.transactions = transactions;
    this.producer = producer;
  }

  @Test
  void waitsForAnAbsentTopicOnceABatchAndSendsTheOthers() {
    transactions.executeWithoutResult(
        _ -> {
          for (int i = 0; i < EVENTS; i++) {
            outbox.append(AWAY, "away-" + i, "sample.thing.happened", new SampleEvents.Thing(i));
          }
          outbox.append(THERE, "there", "sample.thing.happened", new SampleEvents.Thing(0));
        });

    await().atMost(ofSeconds(20)).until(() -> producer.asked("away-0") >= ROUNDS);

    assertThat(producer.asked()).containsOnly("away-0", "there");
    assertThat(producer.asked("there")).isEqualTo(1);
  }

  @TestConfiguration
  static class Producers {
    @Bean
    MetadataLessProducer metadataLessProducer() {
      return new MetadataLessProducer();
    }

    @Bean
    KafkaTemplate<?, ?> kafkaTemplate(MetadataLessProducer producer) {
      ProducerFactory<String, String> factory = () -> producer;
      return new KafkaTemplate<>(factory);
    }
  }

  /** Fails as Kafka's producer does once it has waited for a topic's metadata. */
  static final class MetadataLessProducer extends MockProducer<String, String> {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    MetadataLessProducer() {
      super(true, null, new StringSerializer(), new StringSerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, String> message, Callback callback) {
      asked.add(message.key());
      if (message.topic().equals(AWAY)) {
        throw new TimeoutException("Topic not present in metadata after 5000 ms.");
      }
      return super.send(message, callback);
    }

    /** The template closes a producer after each message; this one stays. */
    @Override
    public void close(Duration timeout) {}

    List<String> asked() {
      return List.copyOf(asked);
    }

    long asked(String key) {
      return asked.stream().filter(key::equals).count();
    }
  }
}
