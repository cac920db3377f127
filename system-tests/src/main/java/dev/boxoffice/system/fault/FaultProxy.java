package dev.boxoffice.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback address that passes TCP connections on, well or badly, as it is told. With
 * several targets each new connection goes to the next one that takes it.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int CONNECT_WITHIN_MILLIS = 1_000;

  private final ServerSocket entrance;
  private final List<Integer> targets;
  private final Weather weather = new Weather();
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();

  private FaultProxy(ServerSocket entrance, List<Integer> targets) {
    this.entrance = entrance;
    this.targets = List.copyOf(targets);
  }

  /** Listens on this port until it is closed. */
  public static FaultProxy between(int port, List<Integer> targets) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("a proxy to nowhere");
    }
    try {
      FaultProxy proxy = new FaultProxy(listen(port), targets);
      Thread.ofVirtual().name("fault-proxy-" + port).start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + port, e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    return socket;
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** From now on, for connections that there are and for those to come. */
  public void become(Condition condition) {
    weather.become(condition);
    if (!(condition instanceof Condition.AnswersSwallowed)) {
      wires.stream().filter(Wire::hasLostAnswers).forEach(Wire::cut);
    }
  }

  /** Ends all connections that there are, in the middle of whatever they carry. */
  public void cut() {
    wires.forEach(Wire::cut);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      become(new Condition.Sound());
      cut();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket client) {
    Socket server = firstThatAnswers();
    Wire wire = new Wire(client, server, weather, wires::remove);
    if (server == null) {
      wire.cut();
      return;
    }
    wires.add(wire);
    wire.carry();
  }

  private @Nullable Socket firstThatAnswers() {
    for (int tries = 0; tries < targets.size(); tries++) {
      int port = targets.get(Math.floorMod(next.getAndIncrement(), targets.size()));
      Socket server = new Socket();
      try {
        server.connect(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_WITHIN_MILLIS);
        server.setTcpNoDelay(true);
        return server;
      } catch (IOException away) {
        Wire.cut(server);
      }
    }
    return null;
  }
}
