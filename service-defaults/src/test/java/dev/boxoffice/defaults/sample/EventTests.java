package dev.boxoffice.defaults.sample;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.TopicEvent;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleTest
class EventTests {
  private static final String TYPE = "sample.thing.happened";

  private final SampleEvents events;
  private final JdbcClient jdbc;
  private final String key = UUID.randomUUID().toString();

  EventTests(SampleEvents events, JdbcClient jdbc) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Test
  void relaysEventsOfOneKeyInOrder() {
    try (TopicReader topic = TopicReader.of(SampleEvents.TOPIC);
        var others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        events.happens(key, i);
        others.execute(() -> events.happens(UUID.randomUUID().toString(), -1));
      }
      List<Integer> expected = IntStream.range(0, 100).boxed().toList();
      await()
          .atMost(ofSeconds(20))
          .untilAsserted(() -> assertThat(numbers(topic)).isEqualTo(expected));
      TopicEvent first = topic.await(TYPE, key);
      assertThat(first.headers())
          .containsEntry("ce_specversion", "1.0")
          .containsEntry("ce_source", "/sample-service")
          .containsKeys("ce_time", "ce_id");
    }
  }

  @Test
  void relaysEventsThatWereStoredTogetherInTheirOrder() {
    try (TopicReader topic = TopicReader.of(SampleEvents.TOPIC)) {
      List<Integer> numbers = IntStream.range(0, 50).map(i -> 50 - i).boxed().toList();
      events.happenTogether(key, numbers);
      events.happenTogether(key, List.of());
      await()
          .atMost(ofSeconds(20))
          .untilAsserted(() -> assertThat(numbers(topic)).isEqualTo(numbers));
    }
  }

  @Test
  void leavesNothingBehindWhenTheBrokerHasAcknowledged() {
    events.happens(key, 1);
    await().atMost(ofSeconds(20)).until(() -> unsent() == 0);
  }

  @Test
  void tellsNothingOfWhatWasRolledBack() {
    try (TopicReader topic = TopicReader.of(SampleEvents.TOPIC)) {
      assertThatThrownBy(() -> events.almostHappens(key, 1)).hasMessage("rolled back");
      events.happens(key, 2);
      await()
          .atMost(ofSeconds(20))
          .untilAsserted(() -> assertThat(numbers(topic)).isEqualTo(List.of(2)));
    }
  }

  @Test
  void parksWhatTheBrokerWillNeverTakeAndGoesOn() {
    try (TopicReader topic = TopicReader.of(SampleEvents.TOPIC)) {
      events.happensTooLarge(key);
      events.happens(key, 3);
      await()
          .atMost(ofSeconds(20))
          .untilAsserted(() -> assertThat(numbers(topic)).isEqualTo(List.of(3)));
      assertThat(
              jdbc.sql("select parked_reason from outbox where message_key = :key")
                  .param("key", key)
                  .query(String.class)
                  .single())
          .contains("RecordTooLarge");
    }
  }

  @Test
  void appliesAnEventOnceHoweverOftenItComes() {
    int number = key.hashCode();
    String id = TopicWriter.send(SampleEvents.TOPIC, key, TYPE, new SampleEvents.Thing(number));
    TopicWriter.sendAgain(SampleEvents.TOPIC, key, TYPE, id, new SampleEvents.Thing(number));
    int last = number + 1;
    TopicWriter.send(SampleEvents.TOPIC, key, TYPE, new SampleEvents.Thing(last));
    await().atMost(ofSeconds(20)).until(() -> events.applied().contains(last));
    assertThat(events.applied()).filteredOn(applied -> applied == number).hasSize(1);
  }

  @Test
  void putsPoisonAsideAndGoesOn() {
    try (TopicReader deadLetters = TopicReader.of(SampleEvents.TOPIC + "-dlt")) {
      TopicWriter.sendRaw(new ProducerRecord<>(SampleEvents.TOPIC, key, "{\"no\": \"headers\"}"));
      TopicWriter.send(SampleEvents.TOPIC, key, TYPE, "{\"number\": \"not a number\"}");
      int next = key.hashCode();
      TopicWriter.send(SampleEvents.TOPIC, key, TYPE, new SampleEvents.Thing(next));
      await().atMost(ofSeconds(20)).until(() -> events.applied().contains(next));
      await()
          .atMost(ofSeconds(20))
          .until(() -> deadLetters.soFar().stream().filter(e -> e.key().equals(key)).count() == 2);
    }
  }

  private List<Integer> numbers(TopicReader topic) {
    return topic.soFar().stream()
        .filter(event -> event.key().equals(key))
        .map(event -> event.data().required("number").asInt())
        .toList();
  }

  private int unsent() {
    return jdbc.sql("select count(*) from outbox where parked_at is null")
        .query(Integer.class)
        .single();
  }
}
