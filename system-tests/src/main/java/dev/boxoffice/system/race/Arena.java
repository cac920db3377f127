package dev.boxoffice.system.race;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.stack.Database;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.NoLimits;
import dev.boxoffice.system.client.PublishShow;
import dev.boxoffice.system.fault.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The platform as the race needs it: two instances of seat-service whose ways to Postgres and Redis
 * can be broken, and neither gateway nor waiting room. Others reach the instances, whichever is
 * there, through a proxy in the place of the one that the system usually has; booking-service
 * reaches the payment provider through another.
 */
public final class Arena implements AutoCloseable {
  static final int INSTANCES = 2;
  static final Duration HOLD_FOR = Duration.ofSeconds(5);
  static final Duration PAY_FOR = Duration.ofSeconds(6);

  /** So that all that takes time happens often. */
  private static final Map<String, String> SHORT_TIMES =
      Map.of(
          "BOXOFFICE_SEAT_HOLDFOR", HOLD_FOR.toString(),
          "BOXOFFICE_SEAT_EXTENDFOR", "PT3S",
          "BOXOFFICE_SEAT_PAYFOR", PAY_FOR.toString(),
          "BOXOFFICE_SEAT_SWEEPEVERY", "PT2S",
          "BOXOFFICE_PAYMENT_ANSWERWITHIN", "PT1.5S",
          "BOXOFFICE_RECOVERY_LEASEFOR", "PT15S",
          "BOXOFFICE_RECOVERY_RETRYATLEASTEVERY", "PT2S",
          // After a kill -9 the broker gives the dead consumer's share to the others that soon.
          "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "6000");

  private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

  private final LocalSystem system;
  private final FaultProxy postgres;
  private final FaultProxy redis;
  private final FaultProxy seats;
  private final FaultProxy provider;
  private final List<Integer> seatPorts;
  private final List<LocalProcess> instances = new ArrayList<>();

  private Arena(
      LocalSystem system,
      FaultProxy postgres,
      FaultProxy redis,
      FaultProxy seats,
      FaultProxy provider,
      List<Integer> seatPorts) {
    this.system = system;
    this.postgres = postgres;
    this.redis = redis;
    this.seats = seats;
    this.provider = provider;
    this.seatPorts = seatPorts;
  }

  /**
   * Starts everything on free ports; it ends with this JVM, or when closed.
   *
   * @param folder for its state, without that of an earlier one; its logs stay
   */
  public static Arena start(Path folder) {
    return start(folder, Map.of());
  }

  /** The same with other settings where these name some. */
  public static Arena start(Path folder, Map<String, String> others) {
    StateDir state = StateDir.emptied(folder);
    PortPlan ports = PortPlan.free();
    List<Integer> seatPorts = List.of(Ports.free(), Ports.free());
    FaultProxy provider = FaultProxy.between(Ports.free(), List.of(ports.of(Program.PAYMENTS)));
    Arena arena =
        new Arena(
            LocalSystem.startWithout(
                Set.of(Program.SEAT, Program.QUEUE, Program.GATEWAY),
                state,
                ports,
                settings(ports, provider, others)),
            FaultProxy.between(Ports.free(), List.of(ports.of(Program.POSTGRES))),
            FaultProxy.between(Ports.free(), List.of(ports.of(Program.REDIS))),
            FaultProxy.between(ports.of(Program.SEAT), seatPorts),
            provider,
            seatPorts);
    arena.startInstances();
    return arena;
  }

  private static Map<String, String> settings(
      PortPlan ports, FaultProxy provider, Map<String, String> others) {
    Map<String, String> settings = NoLimits.environment();
    settings.putAll(SHORT_TIMES);
    // A start costs half as much, and there are many.
    settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    settings.put("BOXOFFICE_PAYMENT_URL", "http://127.0.0.1:" + provider.port());
    settings.put(
        "BOXOFFICE_PAYMENTS_WEBHOOKURL", ports.url(Program.BOOKING) + "/v1/payments/webhook");
    settings.putAll(others);
    return settings;
  }

  private void startInstances() {
    instances.addAll(
        Crowd.<LocalProcess>together(List.of(() -> startInstance(0), () -> startInstance(1))));
  }

  private LocalProcess startInstance(int instance) {
    return system.startInstance(
        Program.SEAT,
        "seat-service-" + (instance + 1),
        seatPorts.get(instance),
        Map.of(
            "SPRING_DATASOURCE_URL",
            "jdbc:postgresql://127.0.0.1:%d/boxoffice?currentSchema=seat,extensions"
                .formatted(postgres.port()),
            "SPRING_DATA_REDIS_URL",
            "redis://:%s@127.0.0.1:%d".formatted(system.secrets().redisPassword(), redis.port())));
  }

  URI seat(int instance, String path) {
    return URI.create("http://127.0.0.1:" + seatPorts.get(instance) + path);
  }

  public URI service(Program program, String path) {
    return system.ports().url(program).resolve(path);
  }

  /** What puts shows on sale at all instances. */
  public PublishShow publishShow(Http http, Clock clock) {
    return new PublishShow(
        http,
        service(Program.EVENT, "/"),
        IntStream.range(0, INSTANCES).mapToObj(instance -> seat(instance, "/")).toList(),
        system.tokens(),
        clock);
  }

  public LocalSystem system() {
    return system;
  }

  LocalProcess seatInstance(int instance) {
    return instances.get(instance);
  }

  /** Starts an instance that was killed; returns when it is ready. */
  void revive(int instance) {
    instances.set(instance, startInstance(instance));
  }

  /** Between the instances and Postgres. */
  FaultProxy postgres() {
    return postgres;
  }

  /** Between the instances and Redis. */
  FaultProxy redis() {
    return redis;
  }

  /** Between other services and the instances. */
  FaultProxy seats() {
    return seats;
  }

  /** Between booking-service and the payment provider. */
  FaultProxy provider() {
    return provider;
  }

  /** Makes Redis forget everything, as a failover without a replica does. */
  void flushRedis() {
    String request = "AUTH " + system.secrets().redisPassword() + "\r\nFLUSHALL\r\n";
    String expected = "+OK\r\n+OK\r\n";
    try (Socket socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), system.ports().of(Program.REDIS))) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(expected.length());
      if (!new String(answer, StandardCharsets.US_ASCII).equals(expected)) {
        throw new IllegalStateException("FLUSHALL was refused");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Redis was not flushed", e);
    }
  }

  public Database database() {
    return system.database();
  }

  @Override
  public void close() {
    instances.forEach(instance -> instance.stop(STOP_WITHIN));
    system.close();
    List.of(postgres, redis, seats, provider).forEach(FaultProxy::close);
  }
}
