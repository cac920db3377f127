package dev.boxoffice.seat.seatmap.socket;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;

/**
 * One WebSocket. Public, with a constructor without arguments, because Tomcat makes it; {@link
 * DirectUpgrade} then tells it what it is for.
 *
 * <p>Tomcat holds the connection's lock while it calls this class, and needs it to tell that a
 * connection can be written to: so nothing here that Tomcat calls waits for a write.
 */
public final class DirectSocket extends BareSession implements BareUpgrade {
  private static final Logger log = LoggerFactory.getLogger(DirectSocket.class);

  /** How long a client that was sent a close may take to answer it. */
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  /**
   * How much is read at once: not less than Tomcat's own buffer holds, so that what is not read now
   * is where the poller sees it.
   */
  public static final int READ_BYTES = 1024;

  /** A client that sends faster than it is read gets its next turn after all others. */
  private static final int READS_PER_TURN = 16;

  /** How far a socket is from its end. */
  private enum Phase {
    OPEN,
    /** A close was sent; what the client says is not heeded, until it closes too. */
    CLOSING,
    ENDED
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPEN);
  private final AtomicReference<@Nullable ByteBuffer> pong = new AtomicReference<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final ClientFrames incoming = new ClientFrames();
  private final Apart apart;

  /** When a close was written, in nanoseconds of the system's; null as long as none was. */
  private volatile @Nullable Long closeWritten;

  private @Nullable SocketWrapperBase<?> connection;
  private @Nullable ConnectionWriter writer;
  private @Nullable WebSocketHandler handler;
  private Map<String, Object> attributes = Map.of();

  /** Made by Tomcat. */
  public DirectSocket() {
    this(Thread.ofVirtual().factory());
  }

  DirectSocket(ThreadFactory threads) {
    apart = new Apart(threads, this::abort);
  }

  void begin(WebSocketHandler told, Map<String, Object> found) {
    handler = told;
    attributes = found;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    connection = wrapper;
    writer = new ConnectionWriter(wrapper);
  }

  @Override
  public void init(WebConnection ignored) {
    try {
      handler().afterConnectionEstablished(this);
    } catch (Exception e) {
      log.warn("A socket could not begin", e);
      abort();
    }
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    return switch (event) {
      case OPEN_READ -> read();
      case OPEN_WRITE -> {
        writer().wake();
        yield SocketState.UPGRADED;
      }
      case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> ended(CloseStatus.NO_CLOSE_FRAME);
    };
  }

  private SocketState read() {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);
      int reads = 0;
      while (reads++ < READS_PER_TURN && connection().read(false, bytes.clear()) > 0) {
        for (ClientFrames.Said said : incoming.take(bytes.flip())) {
          if (heed(said) == SocketState.CLOSED) {
            return SocketState.CLOSED;
          }
        }
        Long since = closeWritten;
        if (since != null && System.nanoTime() - since > CLOSE_MAX.toNanos()) {
          return ended(CloseStatus.NO_CLOSE_FRAME);
        }
      }
      return SocketState.UPGRADED;
    } catch (Exception e) {
      log.debug("A socket ended without a close", e);
      return ended(CloseStatus.NO_CLOSE_FRAME);
    }
  }

  private SocketState heed(ClientFrames.Said said) throws Exception {
    if (phase.get() != Phase.OPEN && !(said instanceof ClientFrames.Said.Close)) {
      return SocketState.UPGRADED;
    }
    switch (said) {
      case ClientFrames.Said.Text(String text) ->
          handler().handleMessage(this, new TextMessage(text));
      case ClientFrames.Said.Pong(ByteBuffer payload) ->
          handler().handleMessage(this, new PongMessage(payload));
      case ClientFrames.Said.Ping(ByteBuffer payload) -> answer(payload);
      case ClientFrames.Said.Wrong(int code, String why) ->
          apart.begin("seat-socket-close", () -> close(new CloseStatus(code, why)));
      case ClientFrames.Said.Close(int code) -> {
        answerClose();
        return ended(new CloseStatus(code));
      }
    }
    return SocketState.UPGRADED;
  }

  /**
   * Only the latest ping needs an answer. Whoever answers takes it only when it is their turn to
   * write; so while one is being written at most one waits, whatever the client sends.
   */
  private void answer(ByteBuffer payload) {
    if (pong.getAndSet(payload) == null) {
      apart.begin("seat-socket-pong", this::sendPong);
    }
  }

  private void sendPong() throws IOException {
    writing.lock();
    try {
      ByteBuffer latest = pong.getAndSet(null);
      if (latest != null) {
        send(ServerFrame.pong(latest));
      }
    } finally {
      writing.unlock();
    }
  }

  /** If the connection takes it at once: the client has said that it goes. */
  private void answerClose() throws IOException {
    if (phase.compareAndSet(Phase.OPEN, Phase.CLOSING) && writing.tryLock()) {
      try {
        var _ = writer().writeAtOnce(ServerFrame.close(CloseStatus.NORMAL));
      } finally {
        writing.unlock();
      }
    }
  }

  /**
   * Writes a frame that {@link ServerFrame} made; waits while the reader's buffers are full.
   *
   * @throws IOException if the reader is gone, or did not read for as long as a write may take
   */
  @Override
  public void send(byte[] frame) throws IOException {
    writing.lock();
    try {
      if (phase.get() == Phase.OPEN) {
        writer().write(frame);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Writes what the connection takes of a frame without waiting. */
  public Sent sendAtOnce(byte[] frame) throws IOException {
    if (!writing.tryLock()) {
      return Sent.NONE;
    }
    try {
      return phase.get() == Phase.OPEN ? writer().writeAtOnce(frame) : Sent.ALL;
    } finally {
      writing.unlock();
    }
  }

  /** Writes the rest of what {@link #sendAtOnce} began; waits for the reader like {@link #send}. */
  public void finish() throws IOException {
    writing.lock();
    try {
      if (phase.get() == Phase.OPEN) {
        writer().finish();
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close(CloseStatus status) throws IOException {
    writing.lock();
    try {
      if (phase.compareAndSet(Phase.OPEN, Phase.CLOSING)) {
        writer().write(ServerFrame.close(status));
        closeWritten = System.nanoTime();
        if (connection() instanceof NioEndpoint.NioSocketWrapper read) {
          // The poller counts from here: most clients have long been silent when they are sent one.
          read.updateLastRead();
        }
        connection().setReadTimeout(CLOSE_MAX.toMillis());
      }
    } finally {
      writing.unlock();
    }
  }

  /** Lets go at once, without a word to the client. */
  public void abort() {
    var _ = ended(CloseStatus.SESSION_NOT_RELIABLE);
    connection().close();
  }

  /** Tomcat is through with the connection. */
  @Override
  public void destroy() {
    var _ = ended(CloseStatus.NO_CLOSE_FRAME);
  }

  private SocketState ended(CloseStatus status) {
    if (phase.getAndSet(Phase.ENDED) != Phase.ENDED) {
      writer().end();
      try {
        handler().afterConnectionClosed(this, status);
      } catch (Exception e) {
        log.warn("The end of a socket was not taken well", e);
      }
    }
    return SocketState.CLOSED;
  }

  @Override
  public boolean isOpen() {
    return phase.get() == Phase.OPEN;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  private SocketWrapperBase<?> connection() {
    return told(connection);
  }

  private ConnectionWriter writer() {
    return told(writer);
  }

  private WebSocketHandler handler() {
    return told(handler);
  }

  private static <T> T told(@Nullable T told) {
    if (told == null) {
      throw new IllegalStateException("a socket that was not told what it is for");
    }
    return told;
  }
}
