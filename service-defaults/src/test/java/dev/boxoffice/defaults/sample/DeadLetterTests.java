package dev.boxoffice.defaults.sample;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import dev.boxoffice.testing.TopicWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SampleTest
class DeadLetterTests {
  private static final String PATH = "/actuator/deadletters";
  private static final String TYPE = "sample.thing.happened";

  private final SampleEvents events;
  private final JdbcClient jdbc;
  private final MeterRegistry meters;
  private final TestClient client;
  private final TestClient operator;
  private final String key = UUID.randomUUID().toString();

  DeadLetterTests(SampleEvents events, JdbcClient jdbc, MeterRegistry meters, TestClient client) {
    this.events = events;
    this.jdbc = jdbc;
    this.meters = meters;
    this.client = client;
    this.operator = client.asServiceCalling("sample-service");
  }

  @Test
  void showsWhatCouldNotBeAppliedAndReplaysIt() {
    String id =
        TopicWriter.send(
            SampleEvents.TOPIC, key, TYPE, new SampleEvents.Thing(SampleEvents.UNLUCKY));
    await().atMost(ofSeconds(20)).until(() -> !mine().isEmpty());

    JsonNode letter = mine().getFirst();
    assertThat(letter.get("topic").asString()).isEqualTo(SampleEvents.TOPIC);
    assertThat(letter.get("consumer").asString()).isEqualTo("sample-service");
    assertThat(letter.get("eventId").asString()).isEqualTo(id);
    assertThat(letter.get("type").asString()).isEqualTo(TYPE);
    assertThat(letter.get("payload").asString()).isEqualTo("{\"number\":13}");
    assertThat(letter.get("reason").asString()).contains("number 13");

    // As long as nothing is mended, a replay brings it back.
    assertThat(replayed()).isPositive();
    await().atMost(ofSeconds(20)).until(() -> mine().size() == 1);
    assertThat(events.applied()).doesNotContain(SampleEvents.UNLUCKY);

    events.allowLuck();
    assertThat(replayed()).isPositive();
    await().atMost(ofSeconds(20)).until(() -> events.applied().contains(SampleEvents.UNLUCKY));
    assertThat(mine()).isEmpty();
  }

  @Test
  void replaysAnEventAsItWas() {
    try (TopicReader topic = TopicReader.of(SampleEvents.TOPIC)) {
      String id = TopicWriter.send(SampleEvents.TOPIC, key, TYPE, "{\"number\": \"none\"}");
      await().atMost(ofSeconds(20)).until(() -> !mine().isEmpty());

      assertThat(replayed()).isPositive();

      await()
          .atMost(ofSeconds(20))
          .until(() -> topic.soFar().stream().filter(it -> it.id().equals(id)).count() == 2);
      var both = topic.soFar().stream().filter(it -> it.id().equals(id)).toList();
      assertThat(both.getLast().data()).isEqualTo(both.getFirst().data());
      assertThat(both.getLast().key()).isEqualTo(key);
      // All it said, and nothing of why it was put aside; the trace of the replay is added.
      assertThat(both.getLast().headers()).containsAllEntriesOf(both.getFirst().headers());
      assertThat(both.getLast().headers().keySet()).noneMatch(name -> name.startsWith("kafka_"));
    }
  }

  @Test
  void isForOperatorsOnly() {
    client.get(PATH).expect(401, "UNAUTHENTICATED");
    client.as("alice").get(PATH).expect(403, "FORBIDDEN");
    client.asStaff("sam").post(PATH + "/" + SampleEvents.TOPIC).expect(403, "FORBIDDEN");
    client.asServiceCalling("seat-service").get(PATH).expect(403, "FORBIDDEN");
    operator.post(PATH + "/no.such.topic").expect(404);
  }

  @Test
  void tellsHowFarTheOutboxIsBehind() {
    await().atMost(ofSeconds(20)).until(() -> gauge("unsent") == 0);
    assertThat(gauge("age")).isZero();
    double before = gauge("parked");
    assertThat(
            jdbc.sql(
                    """
                    insert into outbox (topic, message_key, type, payload, parked_at, parked_reason)
                    values ('sample.thing', :key, 'sample.thing.happened', '{}', now(), 'a test')
                    """)
                .param("key", key)
                .update())
        .isEqualTo(1);

    assertThat(gauge("parked")).isEqualTo(before + 1);
    assertThat(gauge("unsent")).isZero();
  }

  private double gauge(String name) {
    return meters.get("boxoffice.outbox." + name).gauge().value();
  }

  private List<JsonNode> mine() {
    return operator
        .get(PATH)
        .expect(200)
        .body()
        .get("items")
        .valueStream()
        .filter(letter -> letter.path("key").asString("").equals(key))
        .toList();
  }

  private int replayed() {
    return operator
        .post(PATH + "/" + SampleEvents.TOPIC)
        .expect(200)
        .body()
        .get("replayed")
        .asInt();
  }
}
