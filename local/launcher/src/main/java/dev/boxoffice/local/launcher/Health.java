package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Asks a program whether it is at work. */
final class Health {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final PortPlan ports;

  Health(PortPlan ports) {
    this.ports = ports;
  }

  /** Throws unless the program says that it is ready; of the servers, unless they listen. */
  void ask(Program program) throws IOException {
    switch (program.kind()) {
      case SERVER -> connect(ports.of(program));
      case STAND_IN, SERVICE, GATEWAY -> askReadiness(ports.of(program));
    }
  }

  boolean isGood(Program program) {
    try {
      ask(program);
      return true;
    } catch (IOException notGood) {
      return false;
    }
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
          (int) ANSWER_WITHIN.toMillis());
    }
  }

  static void askReadiness(int port) throws IOException {
    URI url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setConnectTimeout((int) ANSWER_WITHIN.toMillis());
    connection.setReadTimeout((int) ANSWER_WITHIN.toMillis());
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException(url + " answered " + status);
      }
    } finally {
      connection.disconnect();
    }
  }
}
