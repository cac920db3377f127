package dev.boxoffice.system.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection through a proxy: two sockets, and a thread for each direction. */
final class Wire {
  enum Direction {
    REQUEST,
    ANSWER
  }

  private static final int BYTES_AT_ONCE = 16 * 1024;

  private final Socket client;
  private final @Nullable Socket server;
  private final Weather weather;
  private final Consumer<Wire> whenCut;
  private volatile boolean lostAnswers;

  Wire(Socket client, @Nullable Socket server, Weather weather, Consumer<Wire> whenCut) {
    this.client = client;
    this.server = server;
    this.weather = weather;
    this.whenCut = whenCut;
  }

  /** Carries bytes both ways until either end closes; a half-closed connection ends whole. */
  void carry() {
    Socket there = server;
    if (there == null) {
      throw new IllegalStateException("nobody at the other end");
    }
    Thread.ofVirtual().start(() -> pump(client, there, Direction.REQUEST));
    Thread.ofVirtual().start(() -> pump(there, client, Direction.ANSWER));
  }

  boolean hasLostAnswers() {
    return lostAnswers;
  }

  void cut() {
    cut(client);
    if (server != null) {
      cut(server);
    }
    whenCut.accept(this);
  }

  /** Closes with a reset, as a broken network does, rather than with a polite end. */
  static void cut(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      // by the other of its two threads
    }
  }

  private void end() {
    try {
      client.close();
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      whenCut.accept(this);
    }
  }

  private void pump(Socket from, Socket to, Direction direction) {
    byte[] bytes = new byte[BYTES_AT_ONCE];
    try {
      from.setTcpNoDelay(true);
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (weather.lets(direction)) {
          out.write(bytes, 0, n);
        } else {
          lostAnswers = true;
        }
      }
      end();
    } catch (IOException broken) {
      // One end is gone; the other is to notice it too.
      cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cut();
    }
  }
}
