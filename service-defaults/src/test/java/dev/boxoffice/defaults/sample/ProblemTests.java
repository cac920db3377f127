package dev.boxoffice.defaults.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.testing.Answer;
import dev.boxoffice.testing.TestClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

@SampleTest
class ProblemTests {
  private static final String ID = "7a1f6d52-3e0b-4d1c-9a53-0c9f2a3b4c5d";

  private final TestClient client;
  private final TestClient alice;

  ProblemTests(TestClient client) {
    this.client = client;
    this.alice = client.as("alice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                            | body
          null                                         | body
          []                                           | body
          {"id": 7}                                    | id
          {"id": "x"}                                  | id
          {"id": ""}                                   | id
          {"id": " %ID"}                               | id
          {"id": "ehr3Ug4LTRyaUwyfKjtMXQ=="}           | id
          {"id": "1-1-1-1-1"}                          | id
          {}                                           | id
          {"id": "%ID", "quantity": 11}                | quantity
          {"id": "%ID", "quantity": "2"}               | quantity
          {"id": "%ID", "quantity": 1.5}               | quantity
          {"id": "%ID", "quantity": 99999999999}       | quantity
          {"id": "%ID", "parts": [{"size": 99999999999}]} | parts[0].size
          {"id": "%ID", "at": "tomorrow"}              | at
          {"id": "%ID", "note": "a\\u0000b"}           | note
          {"id": "%ID", "note": "a\\ud800b"}           | note
          {"id": "%ID", "surprise": 1}                 | surprise
          """)
  void namesTheFieldOfAMalformedBody(String body, String field) {
    Answer answer = alice.post("/orders", body.replace("%ID", ID)).expect(400, "VALIDATION_FAILED");
    assertThat(answer.field("/errors/0/field")).isEqualTo(field);
    assertThat(answer.field("/errors/0/message")).isNotBlank();
    assertShape(answer, "urn:boxoffice:problem:validation-failed");
  }

  @Test
  void saysWhatWasWantedWithoutTheNamesOfTypes() {
    Answer answer = alice.post("/orders", Map.of("id", ID, "at", "tomorrow"));
    assertThat(answer.expect(400, "VALIDATION_FAILED").field("/errors/0/message"))
        .isEqualTo("must be a time such as 2030-12-31T18:00:00Z");
    answer = alice.post("/orders", Map.of("id", "x"));
    assertThat(answer.expect(400, "VALIDATION_FAILED").field("/errors/0/message"))
        .isEqualTo("must be a UUID");
    answer = client.get("/public?page=one");
    assertThat(answer.expect(400, "VALIDATION_FAILED").field("/errors/0/message"))
        .isEqualTo("must be a number");
  }

  @Test
  void namesTheParameterOfAMalformedQuery() {
    assertThat(
            client
                .get("/public?page=one")
                .expect(400, "VALIDATION_FAILED")
                .field("/errors/0/field"))
        .isEqualTo("page");
    assertThat(
            client
                .get("/public?text=%00")
                .expect(400, "VALIDATION_FAILED")
                .field("/errors/0/field"))
        .isEqualTo("text");
    client.get("/public?unknown=1").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "%2310", "%D9%A3", "010L", "%201", "+1", "2147483648"})
  void takesNothingButAWholeNumberForOne(String none) {
    client.get("/public?page=" + none).expect(400, "VALIDATION_FAILED");
  }

  @Test
  void takesBracketsInQueriesAsBrowsersWriteThem() {
    client.get("/public?page=1&filter[x]=1&a[]").expect(200);
    client.get("/public?page=[1]").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void takesNothingButAUuidForAUuid() {
    assertThat(client.get("/public/things/" + ID).expect(200).field("id")).isEqualTo(ID);
    client.get("/public/things/" + ID.toUpperCase(Locale.ROOT)).expect(200);
    for (String none : List.of("1-1-1-1-1", ID.replace("-", ""), "x", ID + "0")) {
      Answer answer = client.get("/public/things/" + none).expect(400, "VALIDATION_FAILED");
      assertThat(answer.field("/errors/0/message")).isEqualTo("must be a UUID");
    }
  }

  @Test
  void takesHeadersAsLongAsTheGatewayDoes() {
    client.with("X-Long", "a".repeat(16 * 1024)).get("/public").expect(200);
  }

  @Test
  void answersRefusalsWithTheirOwnFields() {
    Answer answer = alice.post("/orders", Map.of("id", ID, "quantity", -1)).expect(409, "TAKEN");
    assertThat(answer.field("/seatIds/0")).isEqualTo("a");
    assertShape(answer, "urn:boxoffice:problem:taken");
  }

  @Test
  void answersUnknownRoutesAndMethods() {
    assertShape(alice.get("/nowhere").expect(404, "NOT_FOUND"), "urn:boxoffice:problem:not-found");
    alice.delete("/mine").expect(405, "METHOD_NOT_ALLOWED");
    alice
        .with("Content-Type", "text/plain")
        .post("/orders", "x")
        .expect(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void asksForATokenOfTheRightKind() {
    client.get("/public").expect(200);
    assertShape(
        client.get("/mine").expect(401, "UNAUTHENTICATED"),
        "urn:boxoffice:problem:unauthenticated");
    client.withToken("rubbish").get("/mine").expect(401, "UNAUTHENTICATED");
    assertThat(alice.get("/mine").expect(200).field("user")).isEqualTo("alice");
    alice.get("/mine").expect(200);
    client.asServiceCalling("sample-service").get("/mine").expect(403, "FORBIDDEN");
    client.asServiceCalling("sample-service").get("/internal/thing").expect(200);
    client.asServiceCalling("other-service").get("/internal/thing").expect(403, "FORBIDDEN");
    alice.get("/internal/thing").expect(403, "FORBIDDEN");
  }

  @Test
  void refusesTheRoleBeforeItReadsTheBody() {
    assertShape(
        alice.post("/organised", "{").expect(403, "FORBIDDEN"), "urn:boxoffice:problem:forbidden");
    client.asOrganiser("olga").post("/organised", "{").expect(400, "VALIDATION_FAILED");
  }

  @Test
  void refusesBodiesOverTheLimit() {
    String large = "{\"id\": \"" + ID + "\", \"note\": \"" + "x".repeat(70_000) + "\"}";
    assertShape(
        alice.post("/orders", large).expect(413, "BODY_TOO_LARGE"),
        "urn:boxoffice:problem:body-too-large");
  }

  @Test
  void asksToComeBackWhenADependencyIsAway() {
    Answer answer = alice.post("/faults/away").expect(503, "UNAVAILABLE");
    assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("1");
  }

  @Test
  void keepsTheInsidesOfABugToItself() {
    Answer answer = alice.post("/faults/bug").expect(500, "INTERNAL");
    assertShape(answer, "urn:boxoffice:problem:internal");
    assertThat(answer.text()).doesNotContain("secret", "Exception", "vault");
  }

  private static void assertShape(Answer answer, String type) {
    assertThat(answer.headers().getContentType()).hasToString("application/problem+json");
    assertThat(answer.field("type")).isEqualTo(type);
    assertThat(answer.field("title")).isNotBlank();
    assertThat(answer.field("detail")).isNotBlank();
    assertThat(answer.field("traceId")).matches("[0-9a-f]{32}");
    assertThat(answer.body().required("status").asInt()).isEqualTo(answer.status());
  }

  @Test
  void namesEachFieldOnce() {
    Problem conflict = Problem.of(HttpStatus.CONFLICT, "HOLD_NOT_RELEASABLE", "It is booked.");

    assertThatThrownBy(() -> conflict.with("status", "BOOKED"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HOLD_NOT_RELEASABLE");
    assertThat(conflict.with("holdStatus", "BOOKED").body().getProperties())
        .containsEntry("holdStatus", "BOOKED");
  }
}
