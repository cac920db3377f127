package dev.boxoffice.system.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that a server can do: one thread takes connections, answers each as a WebSocket's
 * server does, and then writes the same bytes to all of them, over and over.
 */
public final class BareServer {
  private static final String ANSWER =
      "HTTP/1.1 101 \r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
  private static final int MEDIUM = 126;
  private static final int REQUEST_BYTES_MAX = 4096;
  private static final int BACKLOG = 1024;

  private BareServer() {}

  /**
   * Takes that many connections, then writes a frame to all for each line of its input, and tells
   * when it began to, in microseconds of the epoch.
   *
   * @param arguments port, connections, bytes of a frame
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    int wanted = Integer.parseInt(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    List<SocketChannel> all = new ArrayList<>();
    try (ServerSocketChannel door = ServerSocketChannel.open();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
      System.out.println("listening");
      while (all.size() < wanted) {
        all.add(upgraded(door.accept()));
      }
      long seq = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long began = ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
        ByteBuffer frame = frame(++seq, size);
        for (SocketChannel one : all) {
          ByteBuffer copy = frame.duplicate();
          while (copy.hasRemaining()) {
            var _ = one.write(copy);
          }
        }
        System.out.println("sent " + seq + " " + began);
      }
    }
  }

  private static SocketChannel upgraded(SocketChannel channel) throws IOException {
    ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES_MAX);
    while (!new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII)
        .endsWith("\r\n\r\n")) {
      if (channel.read(request) < 0) {
        throw new IOException("not a request");
      }
    }
    ByteBuffer answer = ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII));
    while (answer.hasRemaining()) {
      var _ = channel.write(answer);
    }
    return channel;
  }

  /** An update without changes that is as long as wanted. */
  private static ByteBuffer frame(long seq, int size) {
    String head = "{\"type\":\"SEAT_UPDATE\",\"seq\":" + seq + ",\"seats\":[],\"timestamp\":\"";
    String text = head + "x".repeat(Math.max(1, size - head.length() - 2)) + "\"}";
    byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = ByteBuffer.allocateDirect(payload.length + 4).put((byte) 0x81);
    if (payload.length < MEDIUM) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) MEDIUM).putShort((short) payload.length);
    }
    return frame.put(payload).flip();
  }
}
