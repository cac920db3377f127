package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Home;
import dev.boxoffice.local.stack.Kafka;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.ObjectStore;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.Postgres;
import dev.boxoffice.local.stack.ProcessCommand;
import dev.boxoffice.local.stack.Readiness;
import dev.boxoffice.local.stack.Redis;
import dev.boxoffice.local.stack.StackException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings one program to readiness, or leaves it alone where it is that already. */
final class Start {

  /** Of one of ours while the others start too, on a machine that is busy besides. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);

  private final StateDir state;
  private final PortPlan ports;
  private final LocalSecrets secrets;
  private final Wiring wiring;
  private final Lifetime lifetime;

  Start(StateDir state, PortPlan ports, LocalSecrets secrets, Wiring wiring, Lifetime lifetime) {
    this.state = state;
    this.ports = ports;
    this.secrets = secrets;
    this.wiring = wiring;
    this.lifetime = lifetime;
  }

  /** Whether the program runs as it should, so that there is nothing to do. */
  boolean isDone(Program program, Optional<App> app) {
    return state.running(program).isPresent()
        && state.isReady(program, fingerprint(program, app))
        && new Health(ports).isGood(program);
  }

  /** Fails when something else listens where a program that does not run yet is to listen. */
  void checkPorts(List<Program> programs) {
    String taken =
        programs.stream()
            .filter(program -> state.running(program).isEmpty())
            .filter(program -> !Ports.isFree(ports.of(program)))
            .map(
                program ->
                    "\n  port %d, which %s needs: free it, or set %s to another"
                        .formatted(ports.of(program), program.label(), program.portVariable()))
            .collect(Collectors.joining());
    if (!taken.isEmpty()) {
      throw new StackException("something else listens on" + taken);
    }
  }

  /** Starts the program and returns when it is ready. Whatever ran in its place must be gone. */
  void start(Program program, Optional<App> app) {
    state.markStopped(program);
    if (app.isPresent()) {
      startApp(app.get());
    } else {
      startServer(program);
    }
    state.markReady(program, fingerprint(program, app));
  }

  private void startServer(Program program) {
    switch (program) {
      case POSTGRES ->
          Postgres.start(home(program), secrets.postgresAdminPassword())
              .database()
              .createServices(secrets.databasePasswords());
      case REDIS -> expect(Redis.start(home(program), secrets.redisPassword()).process());
      case KAFKA -> expect(Kafka.start(home(program)).process());
      case S3 ->
          ObjectStore.start(
                  home(program), secrets.objectStoreAccessKey(), secrets.objectStoreSecretKey())
              .createBucket(Wiring.BUCKET);
      case ISSUER, PAYMENTS, EVENT, SEAT, BOOKING, QUEUE, TICKET, GATEWAY ->
          throw new IllegalArgumentException(program + " runs from a jar");
    }
  }

  private void startApp(App app) {
    Program program = app.program();
    ProcessCommand command =
        ProcessCommand.at(home(program), program.label(), app.words(cacheUse()))
            .withEnvironment(wiring.environment(program));
    LocalProcess process = LocalProcess.start(command);
    Readiness.await(process, READY_WITHIN, () -> new Health(ports).ask(program));
  }

  /** Starts one more of a kind, in a folder and on a port of its own; returns when it is ready. */
  LocalProcess startInstance(App app, String name, int port, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(wiring.environment(app.program()));
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.putAll(more);
    Home home = new Home(state.folder().resolve(name), port, lifetime);
    LocalProcess process =
        LocalProcess.start(
            ProcessCommand.at(home, name, app.words(App.CacheUse.READ))
                .withEnvironment(environment));
    Readiness.await(process, READY_WITHIN, () -> Health.askReadiness(port));
    return process;
  }

  /** Starts another main class in a folder of its own, with an instance's settings. */
  LocalProcess startBeside(
      App app, String name, int port, Path classes, String mainClass, List<String> arguments) {
    Map<String, String> environment = new HashMap<>(wiring.environment(app.program()));
    environment.put("SERVER_PORT", Integer.toString(port));
    Home home = new Home(state.folder().resolve(name), port, lifetime);
    return LocalProcess.start(
        ProcessCommand.at(home, name, app.words(classes, mainClass, arguments))
            .withEnvironment(environment));
  }

  /** Recording costs at the end of the first run; only a system that is started again gains. */
  private App.CacheUse cacheUse() {
    return lifetime == Lifetime.UNTIL_STOPPED ? App.CacheUse.RECORD : App.CacheUse.READ;
  }

  private Home home(Program program) {
    return new Home(state.directory(program), ports.of(program), lifetime);
  }

  private static void expect(LocalProcess process) {
    if (!process.isAlive()) {
      throw new StackException(
          process.name() + " ended right after its start; see " + process.log());
    }
  }

  /** The same for the same build with the same settings, and for nothing else. */
  private String fingerprint(Program program, Optional<App> app) {
    Function<App, String> ofApp =
        unpacked -> unpacked.words(App.CacheUse.NONE) + unpacked.content();
    Map<String, String> environment = wiring.environment(program);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = program + app.map(ofApp).orElse("") + environment;
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
