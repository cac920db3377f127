package dev.boxoffice.testing;

import dev.boxoffice.local.stack.Database;
import dev.boxoffice.local.stack.Home;
import dev.boxoffice.local.stack.Kafka;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.ObjectStore;
import dev.boxoffice.local.stack.Postgres;
import dev.boxoffice.local.stack.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Servers as children of this JVM, with their state in a folder that goes with it. */
final class ChildProcesses implements Servers {

  private static final String ADMIN_PASSWORD = "test-admin-password";
  private static final String REDIS_PASSWORD = "test-redis-password";

  private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

  private final Path folder;
  private final List<LocalProcess> started = new CopyOnWriteArrayList<>();
  private @Nullable ObjectStore store;

  ChildProcesses() {
    try {
      folder = Files.createTempDirectory("boxoffice-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Database startDatabase() {
    var postgres = Postgres.start(home("postgres"), ADMIN_PASSWORD);
    started.add(postgres.process());
    return postgres.database();
  }

  @Override
  public URI startRedis() {
    var redis = Redis.start(home("redis"), REDIS_PASSWORD);
    started.add(redis.process());
    return redis.url();
  }

  @Override
  public String startKafka() {
    var kafka = Kafka.start(home("kafka"));
    started.add(kafka.process());
    return kafka.bootstrapServers();
  }

  @Override
  public synchronized URI objectStore(String bucket) {
    var running = store;
    if (running == null) {
      running = ObjectStore.start(home("s3"), TestStack.ACCESS_KEY, TestStack.SECRET_KEY);
      started.add(running.process());
      store = running;
    }
    running.createBucket(bucket);
    return running.endpoint();
  }

  /** Without ceremony: nobody will read the state again. */
  @Override
  public void stop() {
    started.parallelStream().forEach(process -> process.stop(STOP_WITHIN));
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Home home(String name) {
    return new Home(folder.resolve(name), 0, Lifetime.OF_THIS_JVM);
  }
}
