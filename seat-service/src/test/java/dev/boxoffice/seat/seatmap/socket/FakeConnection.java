package dev.boxoffice.seat.seatmap.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A connection of Tomcat's without a network: a test says what arrives and what it takes. */
final class FakeConnection extends NioEndpoint.NioSocketWrapper {
  private final Deque<byte[]> arrived = new ArrayDeque<>();
  private volatile int lastReadUpdates;
  private int reads;

  FakeConnection(Wire wire) {
    super(wire, new NioEndpoint());
  }

  /** What lies below: takes nothing while it is full. */
  static final class Wire extends NioChannel {
    private static final int BUFFER_BYTES = 1024;

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean full;

    Wire() {
      super(new SocketBufferHandler(BUFFER_BYTES, BUFFER_BYTES, false));
    }

    synchronized void setFull(boolean now) {
      full = now;
    }

    synchronized byte[] taken() {
      return taken.toByteArray();
    }

    @Override
    public synchronized int write(ByteBuffer bytes) {
      if (full) {
        return 0;
      }
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      taken.writeBytes(all);
      return all.length;
    }
  }

  void arrive(byte[] bytes) {
    arrived.add(bytes);
  }

  int reads() {
    return reads;
  }

  int lastReadUpdates() {
    return lastReadUpdates;
  }

  /** What Tomcat does when it closes a connection and what a new one may do then. */
  void changeTo(Wire other) {
    reset(other);
  }

  @Override
  public int read(boolean block, ByteBuffer to) {
    reads++;
    byte[] next = arrived.poll();
    if (next == null) {
      return 0;
    }
    to.put(next);
    return next.length;
  }

  @Override
  public synchronized void updateLastRead() {
    lastReadUpdates++;
  }

  @Override
  public void registerWriteInterest() {
    // A test says when there is room again.
  }
}
