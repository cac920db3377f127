package dev.boxoffice.seat.seatmap;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that does only what a test says: it answers no ping and reads nothing by itself. */
final class RawSocket implements AutoCloseable {
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int SMALL_BUFFER = 32 * 1024;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  RawSocket(int port, String path) throws IOException {
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
    String request =
        String.join(
            "\r\n",
            "GET " + path + " HTTP/1.1",
            "Host: 127.0.0.1:" + port,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Extensions: permessage-deflate",
            "",
            "");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")
        || !answer.toString().contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        || answer.toString().contains("permessage-deflate")) {
      throw new IOException(answer.toString());
    }
  }

  /** The next frame: its text, {@code ping}, or {@code close} and the code. */
  String next() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0F;
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = in.readNBytes((int) length);
    return switch (opcode) {
      case TEXT -> new String(payload, StandardCharsets.UTF_8);
      case PING -> "ping";
      case CLOSE -> "close " + ((payload[0] & 0xFF) << 8 | (payload[1] & 0xFF));
      default -> throw new IOException("a frame of kind " + opcode);
    };
  }

  /** Says that somebody is here, asked or not. */
  void pong() throws IOException {
    write(0x8A, 0x80, 0, 0, 0, 0);
  }

  void write(int... bytes) throws IOException {
    for (int one : bytes) {
      socket.getOutputStream().write(one);
    }
  }

  /** Whether the server closes the connection, now that both sides have said so. */
  boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
