package dev.boxoffice.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.local.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTests {
  private static final int LONG_ENOUGH_TO_SEE_NOTHING_MILLIS = 150;
  private static final int PATIENCE_MILLIS = 10_000;

  private final EchoServer server;
  private final FaultProxy proxy;

  FaultProxyTests() throws IOException {
    server = new EchoServer();
    proxy = FaultProxy.between(Ports.free(), List.of(server.port()));
  }

  @BeforeEach
  void isSound() throws IOException {
    try (Socket client = client()) {
      assertThat(answer(client, 1, PATIENCE_MILLIS)).isEqualTo(1);
    }
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void deliversRequestsWhoseAnswersItSwallowsAndThenCutsTheConnection() throws IOException {
    int before = server.arrived();
    proxy.become(new Condition.AnswersSwallowed());
    try (Socket client = client()) {
      assertThatThrownBy(() -> answer(client, 2, LONG_ENOUGH_TO_SEE_NOTHING_MILLIS))
          .isInstanceOf(SocketTimeoutException.class);
      await().until(() -> server.arrived() == before + 1);
      proxy.become(new Condition.Sound());
      assertThatThrownBy(() -> answer(client, 3, PATIENCE_MILLIS)).isInstanceOf(IOException.class);
    }
    isSound();
  }

  @Test
  void keepsInABlackHoleWhatThenArrivesLate() throws IOException {
    int before = server.arrived();
    proxy.become(new Condition.BlackHole());
    try (Socket client = client()) {
      assertThatThrownBy(() -> answer(client, 2, LONG_ENOUGH_TO_SEE_NOTHING_MILLIS))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.arrived()).isEqualTo(before);
      proxy.become(new Condition.Sound());
      client.setSoTimeout(PATIENCE_MILLIS);
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void slowsEverythingDown() throws IOException {
    proxy.become(new Condition.Slow(Duration.ofMillis(LONG_ENOUGH_TO_SEE_NOTHING_MILLIS)));
    try (Socket client = client()) {
      assertThatThrownBy(() -> answer(client, 2, LONG_ENOUGH_TO_SEE_NOTHING_MILLIS))
          .isInstanceOf(SocketTimeoutException.class);
      client.setSoTimeout(PATIENCE_MILLIS);
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void cutsConnectionsInTheMiddle() throws IOException {
    try (Socket client = client()) {
      assertThat(answer(client, 2, PATIENCE_MILLIS)).isEqualTo(2);
      proxy.cut();
      assertThatThrownBy(() -> answer(client, 3, PATIENCE_MILLIS)).isInstanceOf(IOException.class);
    }
    isSound();
  }

  @Test
  void takesTheNextTargetWhereOneIsAway() throws IOException {
    try (FaultProxy both = FaultProxy.between(Ports.free(), List.of(Ports.free(), server.port()))) {
      for (int i = 0; i < 3; i++) {
        try (Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), both.port())) {
          assertThat(answer(client, 7, PATIENCE_MILLIS)).isEqualTo(7);
        }
      }
    }
  }

  private Socket client() throws IOException {
    return new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.port());
  }

  /** The end of the stream is no answer. */
  private static int answer(Socket client, int request, int patienceMillis) throws IOException {
    client.setSoTimeout(patienceMillis);
    client.getOutputStream().write(request);
    int answer = client.getInputStream().read();
    if (answer < 0) {
      throw new IOException("ended");
    }
    return answer;
  }
}
