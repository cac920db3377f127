package dev.boxoffice.seat.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one socket that is kept: as little as a load on the same two cores can be, and no
 * more of the protocol than our servers speak.
 */
final class HttpConnection implements AutoCloseable {
  private static final int HEX = 16;
  private static final int ANSWER_WITHIN_MILLIS = 10_000;

  private final String address;
  private @Nullable Wire wire;

  HttpConnection(String address) {
    this.address = address;
  }

  private record Wire(Socket socket, InputStream in, OutputStream out) {}

  /** An answer. */
  record Reply(int status, String body) {}

  /**
   * Asks and waits for the answer.
   *
   * @param headers each with its line end
   */
  Reply post(String path, String headers, String json) throws IOException {
    Wire current = wire();
    String request =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(path, address, json.length(), headers, json);
    current.out().write(request.getBytes(StandardCharsets.US_ASCII));
    current.out().flush();
    return read(current.in());
  }

  private Wire wire() throws IOException {
    if (wire == null) {
      int colon = address.lastIndexOf(':');
      Socket socket =
          new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
      wire =
          new Wire(
              socket, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
    }
    return wire;
  }

  private Reply read(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).substring("HTTP/1.1 ".length()).substring(0, 3));
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      last |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    String body = chunked ? chunks(in) : text(in, length);
    if (last) {
      close();
    }
    return new Reply(status, body);
  }

  private static String chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.append(text(in, size));
      expectEmpty(line(in));
    }
    expectEmpty(line(in));
    return body.toString();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), HEX);
  }

  private static void expectEmpty(String line) throws IOException {
    if (!line.isEmpty()) {
      throw new IOException("not the end of a chunk: " + line);
    }
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended in a line");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Closes the socket; the next question opens another. */
  @Override
  public void close() {
    if (wire != null) {
      try {
        wire.socket().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        wire = null;
      }
    }
  }
}
