package dev.boxoffice.seat;

import dev.boxoffice.local.stack.Home;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.Redis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A Redis of a test's own at one port, which may be killed, hung, and started again. It ends with
 * this JVM, after the services that ask it.
 */
public final class OwnRedis {
  public static final String PASSWORD = "password-of-an-own-redis";

  /** The owner of what nobody has. */
  public static final String NOBODY = "nobody";

  /** Where a cluster's nodes talk among themselves: so far above the port for everybody. */
  private static final int BUS = 10_000;

  private static final RedisClient CLIENT = RedisClient.create();

  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Redis running;
  private int lives;

  private OwnRedis(Path folder, int port, List<String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = List.copyOf(settings);
    this.running = begin();
  }

  /** Starts one with more lines of configuration. */
  public static OwnRedis start(String... settings) {
    int port = Ports.free();
    while (!Ports.isFree(port + BUS)) {
      port = Ports.free();
    }
    try {
      OwnRedis redis =
          new OwnRedis(Files.createTempDirectory("boxoffice-own-redis-"), port, List.of(settings));
      SpringApplication.getShutdownHandlers().add(redis::stop);
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  public String url() {
    return running.url().toString();
  }

  /** As a crash would. */
  public void kill() {
    running.process().kill();
  }

  /** Lets it take connections and say no word. */
  public void hang() {
    running.process().signal("STOP");
  }

  public void goOn() {
    running.process().signal("CONT");
  }

  /** Starts it where it was, with all that it had written down. */
  public void startAgain() {
    running = begin();
  }

  /** Starts it in the same place, knowing nothing. */
  public void startEmpty() {
    lives++;
    running = begin();
  }

  public boolean isAlive() {
    return running.process().isAlive();
  }

  /** Whose a key is, there and now. */
  public String ownerOf(String key) {
    try (StatefulRedisConnection<String, String> open = CLIENT.connect(RedisURI.create(url()))) {
      return Objects.requireNonNullElse(open.sync().get(key), NOBODY);
    }
  }

  /** Asks it directly, whatever the service thinks of it. */
  public <T> T ask(Function<RedisCommands<String, String>, T> question) {
    try (StatefulRedisConnection<String, String> open = CLIENT.connect(RedisURI.create(url()))) {
      return question.apply(open.sync());
    }
  }

  private void stop() {
    goOn();
    running.close();
    try {
      var _ = FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Redis begin() {
    return Redis.start(
        new Home(folder.resolve("life-" + lives), port, Lifetime.OF_THIS_JVM), PASSWORD, settings);
  }
}
