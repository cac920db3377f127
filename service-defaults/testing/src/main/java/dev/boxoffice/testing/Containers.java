package dev.boxoffice.testing;

import dev.boxoffice.local.stack.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers as containers, where a Docker API answers. */
final class Containers implements Servers {

  private static final String PASSWORD = "test-password";
  private static final int POSTGRES_PORT = 5432;
  private static final int REDIS_PORT = 6379;
  private static final int STORE_PORT = 80;

  private final BooleanSupplier docker;
  private final List<GenericContainer<?>> started = new CopyOnWriteArrayList<>();
  private @Nullable GenericContainer<?> store;

  Containers() {
    this(() -> DockerClientFactory.instance().isDockerAvailable());
  }

  /** With another answer to whether a Docker API answers. */
  Containers(BooleanSupplier docker) {
    this.docker = docker;
  }

  @Override
  public Database startDatabase() {
    var postgres =
        started(
            new PostgreSQLContainer("postgres:18")
                .withUsername(Database.ADMIN)
                .withPassword(PASSWORD)
                // Testcontainers' own command switches fsync off.
                .withCommand("postgres", "-c", "fsync=on"));
    return new Database(postgres.getHost(), postgres.getMappedPort(POSTGRES_PORT), PASSWORD);
  }

  @Override
  public URI startRedis() {
    var redis =
        started(
            new GenericContainer<>("redis:8")
                .withExposedPorts(REDIS_PORT)
                .withCommand("redis-server", "--appendonly", "yes", "--requirepass", PASSWORD));
    return URI.create(
        "redis://:" + PASSWORD + "@" + redis.getHost() + ":" + redis.getMappedPort(REDIS_PORT));
  }

  @Override
  public String startKafka() {
    return started(
            new KafkaContainer("apache/kafka:4.2.0")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"))
        .getBootstrapServers();
  }

  @Override
  public synchronized URI objectStore(String bucket) {
    var running = store;
    if (running == null) {
      running =
          started(
              new GenericContainer<>("andrewgaul/s3proxy:latest")
                  .withExposedPorts(STORE_PORT)
                  .withEnv("S3PROXY_ENDPOINT", "http://0.0.0.0:" + STORE_PORT)
                  .withEnv("S3PROXY_AUTHORIZATION", "aws-v2-or-v4")
                  .withEnv("S3PROXY_IDENTITY", TestStack.ACCESS_KEY)
                  .withEnv("S3PROXY_CREDENTIAL", TestStack.SECRET_KEY)
                  .withEnv("JCLOUDS_PROVIDER", "filesystem-nio2")
                  .withEnv("JCLOUDS_FILESYSTEM_BASEDIR", "/data")
                  .waitingFor(Wait.forListeningPort()));
      store = running;
    }
    makeFolder(running, "/data/" + bucket);
    return URI.create("http://" + running.getHost() + ":" + running.getMappedPort(STORE_PORT));
  }

  @Override
  public void stop() {
    started.parallelStream().forEach(GenericContainer::stop);
  }

  private <C extends GenericContainer<?>> C started(C container) {
    if (!docker.getAsBoolean()) {
      throw new IllegalStateException(
          "BOXOFFICE_TEST_STACK=testcontainers, but no Docker API answers: start Docker, say where"
              + " it is by DOCKER_HOST, or leave the variable out to test on child processes");
    }
    container.start();
    started.add(container);
    return container;
  }

  private static void makeFolder(GenericContainer<?> container, String path) {
    try {
      ExecResult result = container.execInContainer("mkdir", "-p", path);
      if (result.getExitCode() != 0) {
        throw new IllegalStateException("cannot create " + path + ": " + result.getStderr());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating " + path, e);
    }
  }
}
