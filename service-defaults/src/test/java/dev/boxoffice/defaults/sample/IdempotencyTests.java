package dev.boxoffice.defaults.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleTest
class IdempotencyTests {
  private static final Map<String, Object> ORDER = Map.of("id", UUID.randomUUID(), "quantity", 1);

  private final SampleController controller;
  private final JdbcClient jdbc;
  private final TestClient alice;
  private final TestClient bob;
  private final String key = UUID.randomUUID().toString();

  IdempotencyTests(TestClient client, SampleController controller, JdbcClient jdbc) {
    this.controller = controller;
    this.jdbc = jdbc;
    this.alice = client.as("alice").with("Idempotency-Key", key);
    this.bob = client.as("bob").with("Idempotency-Key", key);
  }

  @Test
  void givesTheFirstAnswerAgain() {
    Answer first = alice.post("/orders", ORDER).expect(201);
    Answer second = alice.post("/orders", ORDER).expect(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.headers().getContentType()).isEqualTo(first.headers().getContentType());
  }

  @Test
  void keepsRefusalsToo() {
    Map<String, Object> taken = Map.of("id", UUID.randomUUID(), "quantity", -1);
    Answer first = alice.post("/orders", taken).expect(409, "TAKEN");
    assertThat(alice.post("/orders", taken).expect(409, "TAKEN").text()).isEqualTo(first.text());
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    alice.post("/orders", ORDER).expect(201);
    alice
        .post("/orders", Map.of("id", UUID.randomUUID(), "quantity", 2))
        .expect(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void keepsKeysOfDifferentPeopleApart() {
    Answer first = alice.post("/orders", ORDER).expect(201);
    assertThat(bob.post("/orders", ORDER).expect(201).text()).isNotEqualTo(first.text());
  }

  @Test
  void runsAgainWhatCouldNotBeAnswered() {
    String onceAway = "/faults/" + UUID.randomUUID();
    alice.post(onceAway).expect(503, "UNAVAILABLE");
    alice.post(onceAway).expect(200);
  }

  @Test
  void runsOneOfManyAtOnce() throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> running = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> alice.post("/orders", ORDER)));
      }
      for (Future<Answer> answer : running) {
        answers.add(answer.get());
      }
    }
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> answer.expect(409, "REQUEST_IN_PROGRESS"));
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .isNotEmpty()
        .extracting(Answer::text)
        .containsOnly(alice.post("/orders", ORDER).expect(201).text());
  }

  @Test
  void keepsTheAnswerOfTheRepetitionThatOvertookASlowRequest() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> first = threads.submit(() -> alice.post("/slow"));
      var firstMayAnswer = controller.nextSlowCall();
      takenForDead(key);
      Future<Answer> second = threads.submit(() -> alice.post("/slow"));
      var secondMayAnswer = controller.nextSlowCall();

      firstMayAnswer.complete("first");
      assertThat(first.get().expect(200).field("answer")).isEqualTo("first");
      alice.post("/slow").expect(409, "REQUEST_IN_PROGRESS");
      secondMayAnswer.complete("second");
      assertThat(second.get().expect(200).field("answer")).isEqualTo("second");

      assertThat(alice.post("/slow").expect(200).field("answer")).isEqualTo("second");
    }
  }

  /** Makes a running request older than any that still runs. */
  private void takenForDead(String requestKey) {
    int aged =
        jdbc.sql(
                """
                update idempotent_request set started_at = started_at - interval '61 seconds'
                where request_key = :key
                """)
            .param("key", requestKey)
            .update();
    assertThat(aged).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatIsNone() {
    alice.with("Idempotency-Key", "a b").post("/orders", ORDER).expect(400, "VALIDATION_FAILED");
  }
}
