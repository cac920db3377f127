package dev.boxoffice.testing;

import dev.boxoffice.local.stack.Database;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The servers of this test JVM, each started when it is first asked for. */
public final class TestStack {

  static final String ACCESS_KEY = "test-access-key";
  static final String SECRET_KEY = "test-secret-key";

  private static final TestStack STACK = new TestStack(Servers.chosen());

  private final Servers servers;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Lazy<Database> database;
  private final Lazy<URI> redis;
  private final Lazy<String> kafka;
  private final Lazy<TestKeys> keys;

  private TestStack(Servers servers) {
    this.servers = servers;
    this.database = new Lazy<>(servers::startDatabase);
    this.redis = new Lazy<>(servers::startRedis);
    this.kafka = new Lazy<>(servers::startKafka);
    this.keys = new Lazy<>(TestKeys::generate);
    // Unlike a hook of our own, this runs after Boot has closed the contexts that use the servers.
    SpringApplication.getShutdownHandlers().add(servers::stop);
  }

  public static TestStack get() {
    return STACK;
  }

  /** The database server, for a look that the service's own role would not be allowed. */
  public Database database() {
    return database.get();
  }

  public URI redisUrl() {
    return redis.get();
  }

  public String bootstrapServers() {
    return kafka.get();
  }

  /** The endpoint of an S3 server that has this bucket. */
  URI objectStore(String bucket) {
    return servers.objectStore(bucket);
  }

  TestKeys keys() {
    return keys.get();
  }

  /** The password of a service's role, which with its schema is made when first asked for. */
  String passwordOf(String service) {
    return passwords.computeIfAbsent(
        service,
        name -> {
          var password = "password-of-" + name;
          database().createServices(Map.of(name, password));
          return password;
        });
  }

  /** A value made once, by the first who needs it. */
  private static final class Lazy<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Lazy(Supplier<T> source) {
      this.source = source;
    }

    synchronized T get() {
      var made = value;
      if (made == null) {
        made = source.get();
        value = made;
      }
      return made;
    }
  }
}
