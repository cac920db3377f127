package dev.boxoffice.seat.seatmap.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A connection that ends while it is written to. */
class ConnectionWriterTests {
  private static final byte[] FRAME = ServerFrame.text("news");

  private final FakeConnection.Wire wire = new FakeConnection.Wire();
  private final FakeConnection connection = new FakeConnection(wire);
  private final ConnectionWriter writer = new ConnectionWriter(connection);

  @Test
  void writesNothingOnceItHasEnded() {
    writer.end();

    assertThatThrownBy(() -> writer.write(FRAME)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> writer.writeAtOnce(FRAME)).isInstanceOf(IOException.class);
    assertThat(wire.taken()).isEmpty();
  }

  @Test
  void goesOnWithTheChannelThatTheConnectionHasThen() {
    AtomicReference<Thread> waiting = new AtomicReference<>();
    wire.setFull(true);
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(
            () -> {
              waiting.set(Thread.currentThread());
              write();
            },
            work -> Thread.ofPlatform().daemon().start(work));
    await()
        .until(
            () -> waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING);

    FakeConnection.Wire other = new FakeConnection.Wire();
    connection.changeTo(other);
    wire.setFull(false);
    writer.wake();
    written.join();

    assertThat(wire.taken()).isEmpty();
    assertThat(other.taken()).isEqualTo(FRAME);
  }

  private void write() {
    try {
      writer.write(FRAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
