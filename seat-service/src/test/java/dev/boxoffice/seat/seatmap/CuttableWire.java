package dev.boxoffice.seat.seatmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port that leads to a server until it is cut. */
public final class CuttableWire {
  private final URI server;
  private final ServerSocket door;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  public CuttableWire(URI server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Breaks every connection; new ones break at once. */
  public void cut() throws IOException {
    cut = true;
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        if (cut) {
          client.close();
          continue;
        }
        Socket upstream = new Socket(server.getHost(), server.getPort());
        ends.addAll(List.of(client, upstream));
        var _ = Thread.ofVirtual().start(() -> copy(client, upstream));
        var _ = Thread.ofVirtual().start(() -> copy(upstream, client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      var _ = from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // A connection that breaks is what this class is for.
    }
  }
}
