package dev.boxoffice.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An S3 server over a folder of this machine. */
public final class ObjectStore implements AutoCloseable {

  private static final String NAME = "s3";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private static final String LOGGING =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
        </appender>
        <root level="warn"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final LocalProcess process;
  private final Home home;

  private ObjectStore(LocalProcess process, Home home) {
    this.process = process;
    this.home = home;
  }

  public static ObjectStore start(Home wanted, String accessKey, String secretKey) {
    var home = wanted.withPort();
    try {
      var data = Files.createDirectories(home.directory().resolve("data"));
      var logging = Files.writeString(home.directory().resolve("logback.xml"), LOGGING);
      var settings =
          Secrets.write(
              home.directory().resolve("s3proxy.properties"),
              settings(home.port(), accessKey, secretKey, data));
      var words =
          List.of(
              Programs.java(),
              "-Xms32m",
              "-Xmx128m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Dlogback.configurationFile=" + logging,
              "-cp",
              Repository.classPath("s3"),
              "org.gaul.s3proxy.Main",
              "--properties",
              settings.toString());
      var process =
          Readiness.start(
              ProcessCommand.at(home, NAME, words), STOP_WITHIN, () -> ask(endpoint(home)));
      return new ObjectStore(process, home);
    } catch (IOException e) {
      throw new StackException("cannot prepare " + home.directory(), e);
    }
  }

  public LocalProcess process() {
    return process;
  }

  public int port() {
    return home.port();
  }

  public URI endpoint() {
    return endpoint(home);
  }

  private static URI endpoint(Home home) {
    return URI.create("http://127.0.0.1:" + home.port());
  }

  /** A bucket is a folder of the store's; it is there when this returns. */
  public void createBucket(String name) {
    try {
      Files.createDirectories(home.directory().resolve("data").resolve(name));
    } catch (IOException e) {
      throw new StackException("cannot create the bucket " + name, e);
    }
  }

  @Override
  public void close() {
    process.stop(STOP_WITHIN);
  }

  /** Any answer will do: without a signature it is a refusal, and a refusal is a server at work. */
  private static void ask(URI endpoint) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(endpoint).timeout(ANSWER_WITHIN).build();
      var answer = client.send(request, BodyHandlers.discarding());
      if (answer.statusCode() >= 500) {
        throw new IOException("the store answered " + answer.statusCode());
      }
    }
  }

  private static String settings(int port, String accessKey, String secretKey, Path data) {
    return """
    s3proxy.endpoint=http://127.0.0.1:%1$d
    s3proxy.authorization=aws-v2-or-v4
    s3proxy.identity=%2$s
    s3proxy.credential=%3$s
    jclouds.provider=filesystem-nio2
    jclouds.identity=unused
    jclouds.credential=unused
    jclouds.filesystem.basedir=%4$s
    """
        .formatted(port, accessKey, secretKey, data);
  }
}
