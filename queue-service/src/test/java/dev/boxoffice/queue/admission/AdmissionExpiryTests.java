package dev.boxoffice.queue.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.queue.AtOnce;
import dev.boxoffice.queue.PublishedShow;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.IntegrationTest;
import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Also a second instance beside that of other tests: it finds the places that were given before.
 */
@IntegrationTest(properties = "boxoffice.admission.admitted-for=PT1S")
class AdmissionExpiryTests {
  private final TestClient client;
  private final JdbcClient jdbc;

  AdmissionExpiryTests(TestClient client, JdbcClient jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  @Test
  void endsAnAdmissionAndLetsTheBuyerJoinAgainAtTheEnd() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);
    Answer first = client.as("slow").post(show.path()).expect(201);

    letTimePass(show);

    assertThat(client.as("slow").get(show.path()).field("status")).isEqualTo("EXPIRED");
    assertThat(client.as("slow").get(show.path()).body().has("admissionToken")).isFalse();

    Answer again = client.as("slow").post(show.path()).expect(201);
    assertThat(again.field("number")).isEqualTo("2");
    assertThat(again.field("queueId")).isNotEqualTo(first.field("queueId"));
  }

  @Test
  void givesOneNewPlaceToSomebodyWhoJoinsAgainManyTimesAtOnce() {
    PublishedShow show = PublishedShow.withQueue("OFF", client);
    client.as("slow").post(show.path()).expect(201);
    letTimePass(show);
    show.run(Map.of("mode", "PAUSED"));

    List<Answer> answers = AtOnce.all(20, _ -> client.as("slow").post(show.path()));

    assertThat(answers.stream().map(answer -> answer.field("number"))).containsOnly("2");
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(client.as("next").post(show.path()).expect(201).field("number")).isEqualTo("3");
  }

  @Test
  void makesRoomForTheNextWhenAnAdmissionEnds() {
    PublishedShow show = PublishedShow.withQueue("ON", client);
    show.run(Map.of("mode", "PAUSED", "batchInterval", "PT1S", "activeMax", 1));
    client.as("first").post(show.path()).expect(201);
    client.as("second").post(show.path()).expect(201);

    show.run(Map.of("mode", "ON"));
    Awaitility.await()
        .until(() -> client.as("first").get(show.path()).field("status").equals("ADMITTED"));
    letTimePass(show);

    Awaitility.await()
        .until(() -> client.as("second").get(show.path()).field("status").equals("ADMITTED"));
    assertThat(client.as("first").get(show.path()).field("status")).isEqualTo("EXPIRED");
  }

  /** Ends every admission of the show, as ten minutes would. */
  private void letTimePass(PublishedShow show) {
    int ended =
        jdbc.sql("update admission set expires_at = now() where show_id = :show")
            .param("show", show.id())
            .update();
    assertThat(ended).isEqualTo(1);
  }
}
