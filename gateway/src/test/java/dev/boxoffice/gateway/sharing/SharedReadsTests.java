package dev.boxoffice.gateway.sharing;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.gateway.Answer;
import dev.boxoffice.gateway.Downstream;
import dev.boxoffice.gateway.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Through a running gateway; each test reads a show of its own. */
@Import(HeldTime.class)
@TestPropertySource(
    properties = {
      // A slow machine is no service that fails.
      "boxoffice.routing.usual-answer-within=30s",
      "boxoffice.edge.address-calls.at-once=1000000",
      "boxoffice.edge.address-calls.per-second=1000000"
    })
class SharedReadsTests extends GatewayTest {
  /** An answer of that age has to be asked for again, and may stand in meanwhile. */
  private static final Duration STALE = ofMillis(2500);

  @Autowired private HeldTime time;

  @ParameterizedTest
  @ValueSource(strings = {"/v1/shows/%s/availability", "/v1/events/1/shows/%s/seats?view=sections"})
  void asksOnceForWhatMayBeKept(String pattern) {
    String path = pattern.formatted(show(""));

    Answer first = get(path);
    time.pass(ofMillis(1400));
    Answer second = get(path);

    assertThat(first.text()).isEqualTo("identity 1");
    assertThat(first.header("Age")).isEmpty();
    assertThat(second.text()).isEqualTo("identity 1");
    assertThat(second.header("Cache-Control")).isEqualTo(Downstream.KEPT);
    assertThat(second.header("ETag")).isEqualTo("\"identity\"");
    assertThat(second.header("Age")).isEqualTo("2");
    assertThat(second.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(asked(path)).hasSize(1);
  }

  @Test
  void asksOnceForAllWhoComeTogether() {
    String path = availability(show("slow"));

    List<CompletableFuture<Answer>> crowd =
        IntStream.range(0, 50)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> get(path)))
            .toList();

    assertThat(crowd).allSatisfy(one -> assertThat(one.join().text()).isEqualTo("identity 1"));
    assertThat(asked(path)).hasSize(1);
  }

  @Test
  void neverKeepsAnAnswerToAnAuthorisedRequestNorGivesOutAKeptOne() {
    String path = availability(show(""));
    String token = ISSUER.token("alice");

    assertThat(call("GET", path, token, "").text()).isEqualTo("identity 1");
    assertThat(get(path).text()).isEqualTo("identity 2");
    assertThat(call("GET", path, token, "").text()).isEqualTo("identity 3");
    assertThat(get(path).text()).isEqualTo("identity 2");
    call("GET", path, ISSUER.forged("alice"), "").isProblem(401, "UNAUTHENTICATED");

    assertThat(asked(path).get(0)).contains("Bearer " + token);
    assertThat(asked(path).get(1)).doesNotContain("Bearer");
  }

  @Test
  void asksWithNothingOfWhoAsks() {
    String path = availability(show(""));

    assertThat(
            send(
                    path,
                    request ->
                        request
                            .header("Cookie", "secret=alice")
                            .header("X-Device-Id", "secret-device")
                            .header("X-Admission-Token", "secret-admission")
                            .header("User-Agent", "secret-agent"))
                .text())
        .isEqualTo("identity 1");
    assertThat(send(path, request -> request.header("Cookie", "secret=bob")).text())
        .as("cookies are not in the key")
        .isEqualTo("identity 1");

    assertThat(asked(path)).hasSize(1);
    assertThat(asked(path).getFirst()).doesNotContain("secret").contains("traceparent: 00-");
  }

  @Test
  void letsThoseThroughWhoWantNoneKept() {
    String path = availability(show(""));
    assertThat(get(path).text()).isEqualTo("identity 1");

    assertThat(send(path, request -> request.header("Cache-Control", "no-cache")).text())
        .isEqualTo("identity 2");
    assertThat(send(path, request -> request.header("Cache-Control", "No-Store")).text())
        .isEqualTo("identity 3");
    assertThat(get(path).text()).isEqualTo("identity 1");
  }

  @Test
  void doesNotSendAgainWhatTheClientHas() {
    String path = availability(show(""));
    String tag = get(path).header("ETag");

    Answer unchanged = send(path, request -> request.header("If-None-Match", "\"x\", W/" + tag));
    Answer other = send(path, request -> request.header("If-None-Match", "\"other\""));
    Answer noTag = send(path, request -> request.header("If-None-Match", "identity"));

    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.text()).isEmpty();
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    assertThat(unchanged.header("Cache-Control")).isEqualTo(Downstream.KEPT);
    assertThat(unchanged.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(other.status()).isEqualTo(200);
    assertThat(noTag.status()).isEqualTo(200);
    assertThat(asked(path)).hasSize(1);
    assertThat(asked(path).getFirst()).as("whose tag it is").doesNotContain("If-None-Match");
  }

  @Test
  void keepsCodingsApart() {
    String path = availability(show(""));

    for (int round = 0; round < 2; round++) {
      assertThat(coded(path, "gzip, deflate, br").header("Content-Encoding")).isEqualTo("br");
      assertThat(coded(path, "br, gzip").text()).isEqualTo("br 1");
      assertThat(coded(path, "gzip").text()).isEqualTo("gzip 2");
      assertThat(coded(path, "gzip").header("Content-Encoding")).isEqualTo("gzip");
      assertThat(coded(path, "identity").text()).isEqualTo("identity 3");
      assertThat(get(path).header("Content-Encoding")).isEmpty();
      assertThat(coded(path, "br").text()).isEqualTo("br 4");
    }
    assertThat(asked(path)).hasSize(4);
  }

  @Test
  void answersHeadFromWhatGetIsAnswered() {
    String path = availability(show(""));

    Answer before = head(path);
    Answer body = get(path);
    Answer after = head(path);

    assertThat(body.text()).isEqualTo("identity 1");
    for (Answer head : List.of(before, after)) {
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.text()).isEmpty();
      assertThat(head.header("Content-Length")).isEqualTo("10");
      assertThat(head.header("ETag")).isEqualTo(body.header("ETag"));
    }
    assertThat(asked(path)).hasSize(1);
  }

  @Test
  void tellsAnswersApartByParametersThatMatterOnly() {
    String show = show("");
    String path = "/v1/events/1/shows/" + show + "/seats";

    assertThat(get(path + "?view=sections").text()).isEqualTo("identity 1");
    assertThat(get(path + "?x=1&view=sections").text()).isEqualTo("identity 1");
    assertThat(get(path + "?view=sections&utm_source=mail").text()).isEqualTo("identity 1");
    assertThat(get(path + "?section=a").text()).isEqualTo("identity 1");
    assertThat(get(path + "?x=1").text()).isEqualTo("identity 1");
    assertThat(get(path + "?y=2").text()).isEqualTo("identity 1");
    assertThat(get(path + "?%76iew=sections").status()).isEqualTo(200);

    assertThat(asked(path + "?view=sections")).hasSize(1);
    assertThat(asked(path + "?section=a")).hasSize(1);
    assertThat(asked(path)).hasSize(1);
    assertThat(asked(path + "?%76iew=sections")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "cookie", "missing"})
  void keepsNothingThatMustNotBeKept(String kind) {
    String path = availability(show(kind));

    Answer first = get(path);
    Answer second = get(path);

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(asked(path)).hasSize(2);
    assertThat(first.header("Set-Cookie")).isEmpty();
  }

  @Test
  void passesOnWhatIsTooLargeToBeKept() {
    String path = availability(show("huge"));

    assertThat(get(path).text()).hasSize(Downstream.HUGE_BYTES);
    assertThat(get(path).text()).hasSize(Downstream.HUGE_BYTES);
  }

  @Test
  void goesOnWhileTheServiceFails() {
    String path = availability(show("failing"));
    assertThat(get(path).text()).isEqualTo("identity 1");

    time.pass(STALE);

    for (int i = 0; i < 3; i++) {
      Answer standIn = get(path);
      assertThat(standIn.status()).isEqualTo(200);
      assertThat(standIn.text()).isEqualTo("identity 1");
    }
    await().until(() -> asked(path).size() > 1);
  }

  @Test
  void goesOnWhileTheServiceHangs() {
    String path = availability(show("hanging"));
    assertThat(get(path).text()).isEqualTo("identity 1");

    time.pass(STALE);

    for (int i = 0; i < 3; i++) {
      Answer standIn = get(path);
      assertThat(standIn.text()).isEqualTo("identity 1");
      assertThat(standIn.header("Age")).isEqualTo("3");
    }
    await().until(() -> asked(path).size() > 1);
  }

  @Test
  void asksAgainAndGivesOutWhatIsNew() {
    String path = availability(show("changing"));
    assertThat(get(path).text()).isEqualTo("identity 1");

    time.pass(STALE);

    await().untilAsserted(() -> assertThat(get(path).text()).isEqualTo("identity 2"));
    assertThat(asked(path).getLast()).contains("If-None-Match: \"identity1\"");
  }

  @Test
  void keepsNobodyWaitingForASlowReader() throws IOException {
    String path = availability(show("large"));
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
      slow.getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      await().until(() -> asked(path).size() == 1);

      for (int i = 0; i < 3; i++) {
        assertThat(get(path).text()).hasSize(Downstream.LARGE_BYTES);
      }
      assertThat(get(availability(show(""))).text()).isEqualTo("identity 1");
    }
  }

  private Answer head(String path) {
    return send(path, request -> request.method("HEAD", BodyPublishers.noBody()));
  }

  private Answer coded(String path, String acceptEncoding) {
    return send(path, request -> request.header("Accept-Encoding", acceptEncoding));
  }

  private static String show(String kind) {
    return "kept-" + kind + "-" + UUID.randomUUID();
  }

  private static String availability(String show) {
    return "/v1/shows/" + show + "/availability";
  }

  private static List<String> asked(String path) {
    return SEAT.received().stream()
        .filter(
            seen -> seen.startsWith("GET " + path + "\n") || seen.startsWith("HEAD " + path + "\n"))
        .toList();
  }
}
