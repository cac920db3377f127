package dev.boxoffice.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTests {

  private final Home home;

  ServersTests(@TempDir Path directory) {
    home = new Home(directory, 0, Lifetime.OF_THIS_JVM);
  }

  @Test
  void redisKeepsItsKeysOverARestart() throws IOException {
    try (var redis = Redis.start(home, "redis-password")) {
      assertThat(ask(redis, "AUTH redis-password", "SET kept yes", "CONFIG GET appendonly"))
          .isEqualTo("+OK +OK *2 $10 appendonly $3 yes");
    }
    try (var redis = Redis.start(home, "redis-password")) {
      assertThat(ask(redis, "AUTH redis-password", "GET kept")).isEqualTo("+OK $3 yes");
    }
  }

  @Test
  void redisAnswersNobodyWithoutThePassword() throws IOException {
    try (var redis = Redis.start(home, "redis-password")) {
      assertThat(ask(redis, "GET kept")).startsWith("-NOAUTH");
      assertThat(ask(redis, "AUTH wrong")).startsWith("-WRONGPASS");
    }
  }

  @Test
  void kafkaStartsAgainWithWhatItHad() {
    try (var kafka = Kafka.start(home)) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + kafka.port());
    }
    assertThat(home.directory().resolve("data/meta.properties")).exists();
    try (var kafka = Kafka.start(home)) {
      assertThat(kafka.process().isAlive()).isTrue();
    }
  }

  @Test
  void objectStoreRefusesUnsignedRequests() throws IOException, InterruptedException {
    try (var store = ObjectStore.start(home, "access", "secret");
        var client = HttpClient.newHttpClient()) {
      store.createBucket("tickets");
      var request =
          HttpRequest.newBuilder(store.endpoint().resolve("/tickets/a"))
              .PUT(BodyPublishers.ofString("forged"))
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aTakenPortIsReportedByTheServerThatWantedIt() {
    try (var redis = Redis.start(home, "redis-password")) {
      var taken = new Home(home.directory().resolve("2"), redis.port(), Lifetime.OF_THIS_JVM);
      assertThat(Ports.isFree(redis.port())).isFalse();
      assertThatThrownBy(() -> Redis.start(taken, "other-password"))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Address already in use");
    }
  }

  private static String ask(Redis redis, String... commands) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
      var text = String.join("\r\n", commands) + "\r\n";
      socket.getOutputStream().write(text.getBytes(UTF_8));
      socket.shutdownOutput();
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).lines();
      return String.join(" ", lines.toList());
    }
  }
}
