package dev.boxoffice.seat.seatmap.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** What a client can make a socket do. */
class DirectSocketTests {
  private static final int MANY = 100;
  private static final byte[] NOT_MASKED = {(byte) 0x81, 0};

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final FakeConnection.Wire wire = new FakeConnection.Wire();
  private final FakeConnection connection = new FakeConnection(wire);
  private final DirectSocket socket = new DirectSocket(this::thread);

  DirectSocketTests() {
    socket.begin(new TextWebSocketHandler(), Map.of());
    InternalHttpUpgradeHandler upgraded = socket;
    upgraded.setSocketWrapper(connection);
  }

  @Test
  void answersTheLatestPingWithOneWaitingThreadWhoeverFloods() {
    makeOneWriteWait();
    arrive(ping(1));
    await().until(() -> isIn(threads.getLast(), Thread.State.WAITING));

    for (int n = 2; n <= MANY; n++) {
      arrive(ping(n));
    }

    assertThat(threads).hasSize(2);
    drain();
    assertThat(wire.taken()).isEqualTo(joined(pong(0), pong(MANY)));
  }

  @Test
  void refusesOnceWhateverElseComes() {
    makeOneWriteWait();
    for (int n = 0; n < MANY; n++) {
      arrive(NOT_MASKED);
    }

    assertThat(threads).hasSize(2);
    drain();
    assertThat(wire.taken()[pong(0).length]).isEqualTo((byte) 0x88);
  }

  @Test
  void readsSoMuchInOneTurn() {
    for (int n = 0; n < MANY; n++) {
      connection.arrive(ping(n));
    }

    assertThat(socket.upgradeDispatch(SocketEvent.OPEN_READ)).isEqualTo(SocketState.UPGRADED);

    assertThat(connection.reads()).isBetween(1, MANY / 2);
  }

  @Test
  void givesASilentClientItsTimeToAnswerAClose() throws IOException {
    assertThat(connection.getReadTimeout()).isNotEqualTo(5000);

    socket.close(new CloseStatus(1012));
    socket.close(new CloseStatus(1001));

    assertThat(connection.getReadTimeout()).isEqualTo(5000);
    assertThat(connection.lastReadUpdates()).isEqualTo(1);
    assertThat(wire.taken()).isEqualTo(ServerFrame.close(new CloseStatus(1012)));
  }

  /** The pong with the number 0 waits for the reader. */
  private void makeOneWriteWait() {
    wire.setFull(true);
    arrive(ping(0));
    await().until(() -> isIn(threads.getFirst(), Thread.State.TIMED_WAITING));
  }

  /** The reader reads again, until nobody has anything to write. */
  private void drain() {
    wire.setFull(false);
    await()
        .until(
            () ->
                socket.upgradeDispatch(SocketEvent.OPEN_WRITE) == SocketState.UPGRADED
                    && threads.stream().allMatch(one -> isIn(one, Thread.State.TERMINATED)));
  }

  private void arrive(byte[] bytes) {
    connection.arrive(bytes);
    assertThat(socket.upgradeDispatch(SocketEvent.OPEN_READ)).isEqualTo(SocketState.UPGRADED);
  }

  private Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().unstarted(work);
    threads.add(thread);
    return thread;
  }

  private static boolean isIn(Thread thread, Thread.State state) {
    return thread.getState() == state;
  }

  /** Masked by zeroes. */
  private static byte[] ping(int number) {
    return new byte[] {(byte) 0x89, (byte) 0x81, 0, 0, 0, 0, (byte) number};
  }

  private static byte[] pong(int number) {
    return ServerFrame.pong(ByteBuffer.wrap(new byte[] {(byte) number}));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
