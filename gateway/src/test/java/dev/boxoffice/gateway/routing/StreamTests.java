package dev.boxoffice.gateway.routing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.gateway.Downstream;
import dev.boxoffice.gateway.GatewayTest;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTests extends GatewayTest {
  private static final String VERSION = "Sec-WebSocket-Version: 13";
  private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

  @Test
  void passesWebSocketFramesBothWays() throws Exception {
    Frames frames = new Frames();
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket = open(client, "/v1/shows/1/stream?since=4", frames);

      assertThat(frames.next()).isEqualTo("{\"type\":\"HELLO\"}");
      assertThat(socket.sendText("to you", true).join()).isSameAs(socket);
      assertThat(frames.next()).isEqualTo("echo to you");

      assertThat(socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join()).isSameAs(socket);
      assertThat(frames.next()).isEqualTo("closed with 1000 ");
    }
  }

  @Test
  void passesTheServicesRefusalOfAWebSocketOn() {
    String answer =
        sendRaw(handshake("/v1/shows/unknown/stream?since=4", VERSION, KEY, "X-Forwarded-For: 1"));

    assertThat(answer)
        .startsWith("HTTP/1.1 404 ")
        .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
        .containsIgnoringCase("\r\nRetry-After: 7\r\n")
        .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
        .endsWith("{\"code\":\"SHOW_NOT_FOUND\",\"upgrade\":\"websocket\"}");
    assertThat(SEAT.received())
        .filteredOn(seen -> seen.startsWith("GET /v1/shows/unknown/stream?since=4\n"))
        .singleElement()
        .asString()
        .containsIgnoringCase("X-Forwarded-For: 127.0.0.1")
        .containsIgnoringCase("traceparent: 00-");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-WebSocket-Version: 8, Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Version",
    "X-Version: 13, Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Version",
    "Sec-WebSocket-Version: 13, X-Key: none, Sec-WebSocket-Key",
    "Sec-WebSocket-Version: 13, Sec-WebSocket-Key: c2hvcnQ=, Sec-WebSocket-Key",
    "Sec-WebSocket-Version: 13, Sec-WebSocket-Key: ?, Sec-WebSocket-Key"
  })
  void refusesHandshakesThatCannotSucceed(String version, String key, String field) {
    assertThat(sendRaw(handshake("/v1/shows/1/stream", version, key)))
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
        .containsIgnoringCase("\r\nSec-WebSocket-Version: 13\r\n")
        .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
        .contains("\"code\":\"VALIDATION_FAILED\"")
        .contains("\"field\":\"" + field + "\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @Test
  void selectsNoSubprotocolThatTheServiceDidNot() {
    assertThat(
            sendRaw(
                handshake(
                    "/v1/shows/restarting/stream",
                    VERSION,
                    KEY,
                    "Sec-WebSocket-Protocol: chat, superchat")))
        .startsWith("HTTP/1.1 101 ")
        .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
        .doesNotContainIgnoringCase("Sec-WebSocket-Protocol");
  }

  @Test
  void passesOnAllThatWasSaidAndThenHowTheServiceCloses() throws Exception {
    Frames frames = new Frames();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var _ = open(client, "/v1/shows/restarting/stream", frames);

      for (int frame = 0; frame < Downstream.FRAMES; frame++) {
        assertThat(frames.next()).isEqualTo("frame " + frame);
      }
      assertThat(frames.next()).isEqualTo("closed with 1012 restarting");
    }
  }

  @Test
  void tellsTheClientToComeBackWhenTheServiceIsCutOff() throws Exception {
    Frames frames = new Frames();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var _ = open(client, "/v1/shows/cut-off/stream", frames);

      assertThat(frames.next()).isEqualTo("closed with 1012 ");
    }
  }

  @Test
  void tellsTheServiceHowTheClientCloses() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket = open(client, "/v1/shows/open/stream", new Frames());
      assertThat(socket.sendClose(4001, "enough").join()).isSameAs(socket);

      await().until(() -> SEAT.received().contains("closed with 4001"));
    }
  }

  @Test
  void tellsTheServiceThatTheClientIsGone() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
      socket
          .getOutputStream()
          .write(handshake("/v1/shows/open/stream", VERSION, KEY).getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
          .isEqualTo("HTTP/1.1 101");
    }
    await().untilAsserted(() -> assertThat(SEAT.received()).contains("closed with 1001"));
  }

  @Test
  void letsTheServiceGoWhenTheClientLeavesBeforeItIsAccepted() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
      socket
          .getOutputStream()
          .write(handshake("/v1/shows/waiting/stream", VERSION, KEY).getBytes(ISO_8859_1));
      await().until(() -> SEAT.received().contains("waits"));
    }
    // Sooner than the gateway would have given up by itself.
    await().atMost(ofMillis(700)).until(() -> SEAT.received().contains("left"));
  }

  @Test
  void saysThatAServiceWhichDoesNotAnswerAHandshakeIsUnavailable() {
    assertThat(sendRaw(handshake("/v1/shows/silent/stream", VERSION, KEY)))
        .startsWith("HTTP/1.1 503 ")
        .contains("\"code\":\"UNAVAILABLE\"");
  }

  @Test
  void answersWhatIsNoWebSocketAsIfNoneWasAskedFor() {
    assertThat(sendRaw(handshake("/v1/shows/1/events", VERSION, KEY)))
        .startsWith("HTTP/1.1 200 ")
        .contains("data: second");
    assertThat(sendRaw(handshake("/v1/events/1", VERSION, KEY)))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"service\":\"event\"");
  }

  @Test
  void keepsServerSentEventsOpenLongerThanOtherAnswersMayTake() {
    assertThat(get("/v1/shows/1/events").text())
        .isEqualTo("id: 1\ndata: first\n\nid: 2\ndata: second\n\n");
  }

  private WebSocket open(HttpClient client, String path, Frames frames) {
    URI target = URI.create(uri(path).toString().replace("http", "ws"));
    return client.newWebSocketBuilder().buildAsync(target, frames).join();
  }

  private static final class Frames implements WebSocket.Listener {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      String frame = received.poll(10, TimeUnit.SECONDS);
      return frame == null ? "nothing came" : frame;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      received.add("closed with " + status + " " + reason);
      return null;
    }
  }
}
