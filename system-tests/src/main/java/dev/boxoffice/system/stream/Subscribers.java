package dev.boxoffice.system.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Many subscribers in one thread. Says {@code connected N} when all are there; asked {@code report}
 * on its standard input it tells the frames since the last report and what went wrong; it ends with
 * its input.
 */
public final class Subscribers {
  /** At once; a server's backlog is finite. */
  private static final int CONNECTING_MAX = 64;

  private static final int READ_BYTES = 256 * 1024;
  private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

  private final InetSocketAddress server;
  private final InetAddress from;
  private final byte[] request;
  private final int wanted;
  private final int silent;
  private final Clock clock = Clock.systemUTC();
  private final Selector selector;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(READ_BYTES);
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final List<SocketChannel> keptSilent = new ArrayList<>();
  private final Map<Long, FrameSeen> frames = new TreeMap<>();
  private int begun;
  private int ready;
  private int resyncs;
  private int gaps;
  private int closed;

  private Subscribers(String host, int port, String path, String from, int wanted, int silent)
      throws IOException {
    this.server = new InetSocketAddress(InetAddress.ofLiteral(host), port);
    this.from = InetAddress.ofLiteral(from);
    this.request =
        String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: " + host + ":" + port,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "")
            .getBytes(StandardCharsets.US_ASCII);
    this.wanted = wanted;
    this.silent = silent;
    this.selector = Selector.open();
  }

  /**
   * Subscribes.
   *
   * @param arguments host, port, path and query, own address, subscribers, those who never read
   */
  public static void main(String[] arguments) throws IOException {
    Subscribers subscribers =
        new Subscribers(
            arguments[0],
            Integer.parseInt(arguments[1]),
            arguments[2],
            arguments[3],
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]));
    var _ = Thread.ofPlatform().daemon().start(subscribers::listen);
    subscribers.run();
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        asked.add(line);
        var _ = selector.wakeup();
      }
    } catch (IOException e) {
      System.err.println(e);
    }
    System.exit(0);
  }

  private void run() throws IOException {
    while (true) {
      while (begun < wanted + silent && begun - ready < CONNECTING_MAX) {
        connect();
      }
      var _ =
          selector.select(
              key -> {
                if (key.attachment() instanceof Subscriber subscriber) {
                  turn(key, subscriber);
                }
              });
      for (String line = asked.poll(); line != null; line = asked.poll()) {
        report();
      }
    }
  }

  private void connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean keepsSilent = begun >= wanted;
    begun++;
    if (keepsSilent) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    }
    channel.bind(new InetSocketAddress(from, 0)).configureBlocking(false);
    boolean connected = channel.connect(server);
    Subscriber subscriber = new Subscriber(keepsSilent);
    var _ =
        channel.register(
            selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, subscriber);
  }

  private void turn(SelectionKey key, Subscriber subscriber) {
    if (!(key.channel() instanceof SocketChannel channel)) {
      throw new IllegalStateException("not a socket");
    }
    try {
      if (key.isConnectable() || key.isWritable()) {
        if (!channel.finishConnect() || channel.write(ByteBuffer.wrap(request)) != request.length) {
          throw new IOException("cannot send the request");
        }
        var _ = key.interestOps(SelectionKey.OP_READ);
      } else if (channel.read(bytes.clear()) < 0) {
        throw new IOException("ended");
      } else {
        subscriber.read(channel, bytes.flip());
        if (subscriber.keepsSilent && subscriber.upgraded) {
          key.cancel();
          keptSilent.add(channel);
        }
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("a subscriber is lost: " + e);
      closed++;
      key.cancel();
      if (!subscriber.upgraded) {
        oneMoreReady();
      }
    }
  }

  private void oneMoreReady() {
    ready++;
    if (ready == wanted + silent) {
      System.out.println("connected " + (ready - closed));
    }
  }

  private void report() {
    frames.values().forEach(frame -> System.out.println("frame " + frame.line()));
    frames.clear();
    System.out.println("wrong " + resyncs + " " + gaps + " " + closed);
  }

  /** One of them. */
  private final class Subscriber implements FrameReader.Heard {
    private final boolean keepsSilent;
    private final FrameReader reader = new FrameReader();
    private @Nullable SocketChannel channel;
    private boolean upgraded;
    private long seq;

    Subscriber(boolean keepsSilent) {
      this.keepsSilent = keepsSilent;
    }

    void read(SocketChannel from, ByteBuffer more) {
      channel = from;
      if (!upgraded) {
        skipResponse(more);
      }
      reader.take(more, this);
    }

    /** The response to the upgrade comes whole: it is small and sent at once. */
    private void skipResponse(ByteBuffer more) {
      String response = StandardCharsets.ISO_8859_1.decode(more.duplicate()).toString();
      int end = response.indexOf("\r\n\r\n");
      if (!response.startsWith("HTTP/1.1 101") || end < 0) {
        throw new IllegalStateException(response);
      }
      more.position(more.position() + end + 4);
      upgraded = true;
      oneMoreReady();
    }

    @Override
    public void update(long number, ByteBuffer payload) {
      if (seq != 0 && number != seq + 1) {
        gaps++;
      }
      seq = number;
      long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
      FrameSeen known = frames.get(number);
      FrameSeen seen =
          known == null
              ? new FrameSeen(number, 1, now, payload.remaining(), FrameReader.changes(payload))
              : new FrameSeen(number, known.sockets() + 1, now, known.bytes(), known.changes());
      frames.put(number, seen);
    }

    @Override
    public void hello() {
      seq = 0;
    }

    @Override
    public void resync() {
      resyncs++;
    }

    @Override
    public void ping() {
      SocketChannel to = channel;
      try {
        if (to == null || to.write(ByteBuffer.wrap(PONG)) != PONG.length) {
          throw new IOException("cannot answer a ping");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close(int code) {
      throw new IllegalStateException("closed with " + code);
    }
  }
}
