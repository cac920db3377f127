package dev.boxoffice.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every byte with itself and counts those that arrived. */
final class EchoServer implements AutoCloseable {
  private final ServerSocket entrance;
  private final AtomicInteger arrived = new AtomicInteger();

  EchoServer() throws IOException {
    this.entrance = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  int arrived() {
    return arrived.get();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void echo(Socket client) {
    try (client) {
      for (int b = client.getInputStream().read(); b >= 0; b = client.getInputStream().read()) {
        arrived.incrementAndGet();
        client.getOutputStream().write(b);
      }
    } catch (IOException broken) {
      // which is what the tests do to it
    }
  }
}
