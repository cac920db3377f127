package dev.boxoffice.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Redis that asks for a password and writes an append-only file: the {@code redis-server} on the
 * PATH when it is 7 or newer, else a 6.2 that comes with the build.
 */
public final class Redis implements AutoCloseable {

  private static final String NAME = "redis";
  private static final int OLDEST_OF_PATH = 7;
  private static final Pattern VERSION = Pattern.compile("\\bv=(\\d+)\\.");
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final int PING_TIMEOUT_MILLIS = 2_000;

  private final LocalProcess process;
  private final int port;
  private final String password;

  private Redis(LocalProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  public static Redis start(Home wanted, String password) {
    return start(wanted, password, List.of());
  }

  /** The same with more lines of its configuration file. */
  public static Redis start(Home wanted, String password, List<String> moreSettings) {
    var home = wanted.withPort();
    try {
      var data = Files.createDirectories(home.directory().resolve("data"));
      var settings =
          """
          bind 127.0.0.1
          port %d
          requirepass %s
          dir "%s"
          appendonly yes
          appendfsync everysec
          save ""
          daemonize no
          %s
          """
              .formatted(home.port(), password, data, String.join("\n", moreSettings));
      var file = Secrets.write(home.directory().resolve("redis.conf"), settings);
      var words = List.of(program().toString(), file.toString());
      var process =
          Readiness.start(
              ProcessCommand.at(home, NAME, words), STOP_WITHIN, () -> ping(home.port(), password));
      return new Redis(process, home.port(), password);
    } catch (IOException e) {
      throw new StackException("cannot prepare " + home.directory(), e);
    }
  }

  public LocalProcess process() {
    return process;
  }

  public int port() {
    return port;
  }

  /** With the password in it. */
  public URI url() {
    return URI.create("redis://:" + password + "@127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.stop(STOP_WITHIN);
  }

  private static void ping(int port, String password) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PING_TIMEOUT_MILLIS);
      socket.setSoTimeout(PING_TIMEOUT_MILLIS);
      var request = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var expected = "+OK\r\n+PONG\r\n";
      var answer =
          new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.UTF_8);
      if (!answer.equals(expected)) {
        throw new IOException("Redis answered " + answer.strip());
      }
    }
  }

  private static Path program() {
    return Programs.onPath("redis-server")
        .filter(
            found -> {
              var version = VERSION.matcher(Programs.output(List.of(found.toString(), "-v")));
              return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_OF_PATH;
            })
        .orElseGet(Redis::bundled);
  }

  private static Path bundled() {
    var platform = Binaries.system() + "-" + (Binaries.isArm() ? "arm64" : "amd64");
    boolean linuxOnArm = Binaries.isArm() && Binaries.system().equals("linux");
    var version = linuxOnArm ? "6.2.7" : "6.2.6-v5";
    var resource = "redis-server-" + version + "-" + platform;
    return Binaries.executable(resource, resource);
  }
}
