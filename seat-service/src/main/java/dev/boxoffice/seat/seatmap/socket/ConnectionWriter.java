package dev.boxoffice.seat.seatmap.socket;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes straight to a connection of Tomcat's, past its buffers. For one thread at a time; whoever
 * waits for a reader is woken by {@link #wake}.
 */
final class ConnectionWriter {
  /** How long one write may wait for a reader. */
  private static final Duration WRITE_MAX = Duration.ofSeconds(10);

  private final SocketWrapperBase<?> connection;
  private @Nullable ByteBuffer rest;
  private volatile @Nullable Thread waiting;
  private volatile boolean ended;

  ConnectionWriter(SocketWrapperBase<?> connection) {
    this.connection = connection;
  }

  /**
   * Writes all of it, after what was begun; waits while the reader's buffers are full.
   *
   * @throws IOException if the reader is gone, or did not read for as long as a write may take
   */
  void write(byte[] frame) throws IOException {
    finish();
    writeAll(ByteBuffer.wrap(frame));
  }

  /** Writes the rest of what was begun; waits for the reader like {@link #write}. */
  void finish() throws IOException {
    ByteBuffer begun = rest;
    if (begun != null) {
      writeAll(begun);
      rest = null;
    }
  }

  /** Writes what the connection takes without waiting. */
  Sent writeAtOnce(byte[] frame) throws IOException {
    if (rest != null) {
      return Sent.NONE;
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    int written = put(bytes);
    if (written == frame.length) {
      return Sent.ALL;
    }
    if (written == 0) {
      return Sent.NONE;
    }
    rest = bytes;
    return Sent.SOME;
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    var _ = put(bytes);
    if (bytes.hasRemaining()) {
      long deadline = System.nanoTime() + WRITE_MAX.toNanos();
      while (bytes.hasRemaining()) {
        awaitReader(deadline);
        var _ = put(bytes);
      }
    }
  }

  /** The connection can be written to again. */
  void wake() {
    Thread writer = waiting;
    waiting = null;
    LockSupport.unpark(writer);
  }

  /** The connection is gone: nobody need wait for it any more. */
  void end() {
    ended = true;
    LockSupport.unpark(waiting);
  }

  private void awaitReader(long deadline) throws IOException {
    waiting = Thread.currentThread();
    connection.registerWriteInterest();
    while (waiting != null) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || ended) {
        waiting = null;
        throw new SocketTimeoutException("nobody reads");
      }
      LockSupport.parkNanos(this, left);
    }
  }

  /** To the channel that the connection has now: Tomcat may have closed it since the last time. */
  private int put(ByteBuffer bytes) throws IOException {
    if (ended) {
      throw new ClosedChannelException();
    }
    if (connection.getSocket() instanceof NioChannel channel) {
      return channel.write(bytes);
    }
    throw new IOException("not a connection of the NIO endpoint");
  }
}
