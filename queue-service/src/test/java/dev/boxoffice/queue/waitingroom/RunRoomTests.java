package dev.boxoffice.queue.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import dev.boxoffice.testing.TopicReader;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IntegrationTest
class RunRoomTests {
  private final TestClient client;

  RunRoomTests(TestClient client) {
    this.client = client;
  }

  @Test
  void changesWhatIsSaidAndKeepsTheRest() {
    PublishedShow show = PublishedShow.withQueue("AUTO", client);

    Answer changed =
        client
            .asOrganiser(PublishedShow.ORGANISER)
            .put(rules(show.id()), Map.of("mode", "ON", "batchSize", 7, "batchInterval", "PT3S"))
            .expect(200);
    assertThat(changed.body())
        .hasToString(
            """
            {"showId":"%s","mode":"ON","batchSize":7,"batchInterval":"PT3S","activeMax":10000,\
            "lobbyOrder":"ARRIVAL"}\
            """
                .formatted(show.id()));

    Answer again =
        client
            .asOrganiser(PublishedShow.ORGANISER)
            .put(rules(show.id()), Map.of("mode", "PAUSED", "activeMax", 9))
            .expect(200);
    assertThat(again.field("batchSize")).isEqualTo("7");
    assertThat(again.field("batchInterval")).isEqualTo("PT3S");
    assertThat(again.field("activeMax")).isEqualTo("9");
  }

  @Test
  void isForTheShowsOwnOrganiserOnly() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);
    Map<String, String> on = Map.of("mode", "ON");

    client.put(rules(show.id()), on).expect(401, "UNAUTHENTICATED");
    client.as(PublishedShow.ORGANISER).put(rules(show.id()), on).expect(403, "FORBIDDEN");
    client.asOrganiser("oscar").put(rules(show.id()), on).expect(404, "SHOW_NOT_FOUND");
    client
        .asOrganiser(PublishedShow.ORGANISER)
        .put(rules(UUID.randomUUID()), on)
        .expect(404, "SHOW_NOT_FOUND");
    assertThat(client.get(show.path() + "/now-serving").field("status")).isEqualTo("CLOSED");
  }

  @Test
  void refusesRulesThatMakeNoSense() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);

    malformed(show, Map.of());
    malformed(show, Map.of("mode", "SOMETIMES"));
    malformed(show, Map.of("mode", "ON", "batchSize", 0));
    malformed(show, Map.of("mode", "ON", "batchSize", 10_001));
    malformed(show, Map.of("mode", "ON", "batchInterval", "soon"));
    malformed(show, Map.of("mode", "ON", "batchInterval", "PT0.5S"));
    malformed(show, Map.of("mode", "ON", "activeMax", -1));
    malformed(show, Map.of("mode", "ON", "colour", "red"));
    malformed(show, Map.of("mode", "ON", "lobbyOrder", "DRAW"));
    malformed(show, "{");
  }

  @Test
  void saysWhoMayRunARoomBeforeItReadsTheRules() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);

    client.as("bob").put(rules(show.id()), Map.of("mode", "ON")).expect(403, "FORBIDDEN");
    client.as("bob").put(rules(show.id()), Map.of()).expect(403, "FORBIDDEN");
    client.as("bob").put(rules(show.id()), "{").expect(403, "FORBIDDEN");
    client.asStaff("sam").put(rules(show.id()), "{").expect(403, "FORBIDDEN");
  }

  @Test
  void tellsWhenARoomIsOpenedPausedAndClosed() {
    try (TopicReader topic = TopicReader.of("queue.room")) {
      PublishedShow show = PublishedShow.withQueue("ON", client);
      String key = show.id().toString();
      assertThat(topic.await("queue.room.opened", key).data().path("showId").asString())
          .isEqualTo(key);

      show.run(Map.of("mode", "PAUSED"));
      show.run(Map.of("mode", "PAUSED"));
      show.run(Map.of("mode", "AUTO"));

      assertThat(topic.await("queue.room.closed", key).data().path("at").asString()).isNotEmpty();
      assertThat(
              topic.soFar().stream()
                  .filter(event -> event.key().equals(key))
                  .map(event -> event.type()))
          .containsExactly("queue.room.opened", "queue.room.paused", "queue.room.closed");
    }
  }

  private void malformed(PublishedShow show, Object rules) {
    client
        .asOrganiser(PublishedShow.ORGANISER)
        .put(rules(show.id()), rules)
        .expect(400, "VALIDATION_FAILED");
  }

  private static String rules(UUID showId) {
    return "/v1/organiser/shows/" + showId + "/queue";
  }
}
