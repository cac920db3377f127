package dev.boxoffice.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.gateway.GatewayTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamTests extends GatewayTest {
  @Test
  void passesWebSocketFramesBothWays() throws Exception {
    Frames frames = new Frames();
    URI target = URI.create(uri("/v1/shows/1/stream?since=4").toString().replace("http", "ws"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket = client.newWebSocketBuilder().buildAsync(target, frames).join();

      assertThat(frames.next()).isEqualTo("{\"type\":\"HELLO\"}");
      assertThat(socket.sendText("to you", true).join()).isSameAs(socket);
      assertThat(frames.next()).isEqualTo("echo to you");

      assertThat(socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join()).isSameAs(socket);
      assertThat(frames.next()).isEqualTo("closed");
    }
  }

  @Test
  void keepsServerSentEventsOpenLongerThanOtherAnswersMayTake() {
    assertThat(get("/v1/shows/1/events").text())
        .isEqualTo("id: 1\ndata: first\n\nid: 2\ndata: second\n\n");
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
      received.add("closed");
      return null;
    }
  }
}
