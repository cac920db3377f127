package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Database;
import dev.boxoffice.local.stack.Lifetime;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.local.stack.StackException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The whole of Boxoffice on this machine: every program, from the jars that the build made. */
public final class LocalSystem implements AutoCloseable {

  /** More at once than there are cores only makes each of them slower to answer. */
  private static final int STARTING_AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

  private final StateDir state;
  private final PortPlan ports;
  private final LocalSecrets secrets;
  private final Apps apps;
  private final Start start;
  private final Consumer<String> progress;
  private final ConcurrentMap<Program, App> unpacked = new ConcurrentHashMap<>();
  private final List<Program> programs;
  private final Set<Program> started = ConcurrentHashMap.newKeySet();
  private final CountDownLatch serversToCome;
  private volatile boolean abandoned;

  LocalSystem(
      StateDir state,
      PortPlan ports,
      Map<String, String> overrides,
      Lifetime lifetime,
      Consumer<String> progress) {
    this(state, ports, overrides, lifetime, progress, all());
  }

  private LocalSystem(
      StateDir state,
      PortPlan ports,
      Map<String, String> overrides,
      Lifetime lifetime,
      Consumer<String> progress,
      List<Program> programs) {
    this.state = state.created();
    this.ports = ports;
    this.secrets = LocalSecrets.in(state);
    this.apps = new Apps(Repository.root(), state.apps());
    Wiring wiring = new Wiring(ports, secrets, state, overrides);
    this.start = new Start(state, ports, secrets, wiring, lifetime);
    this.progress = progress;
    this.programs = List.copyOf(programs);
    this.serversToCome =
        new CountDownLatch(
            (int) programs.stream().filter(p -> p.kind() == Program.Kind.SERVER).count());
  }

  /**
   * Starts everything and returns when all of it is ready. It ends with this JVM, however that
   * ends, or when closed; what it wrote stays in the folder.
   *
   * @param overrides environment variables for the services, e.g. {@code BOXOFFICE_SEAT_HOLDFOR}
   */
  public static LocalSystem start(StateDir state, PortPlan ports, Map<String, String> overrides) {
    return startWithout(Set.of(), state, ports, overrides);
  }

  /**
   * The same without some of the programs. Their ports are not looked at: whatever listens there
   * takes their place.
   */
  public static LocalSystem startWithout(
      Set<Program> leftOut, StateDir state, PortPlan ports, Map<String, String> overrides) {
    List<Program> programs = all().stream().filter(program -> !leftOut.contains(program)).toList();
    LocalSystem system =
        new LocalSystem(state, ports, overrides, Lifetime.OF_THIS_JVM, line -> {}, programs);
    system.bringUp();
    return system;
  }

  /**
   * Starts one more instance of a program of ours and returns when it is ready. It ends with this
   * JVM, or when its process is stopped; {@link #close} leaves it alone.
   *
   * @param name of its folder and log; again the same name, again the same folder
   * @param environment beyond what every instance of the program is told
   */
  public LocalProcess startInstance(
      Program program, String name, int port, Map<String, String> environment) {
    App unpackedApp =
        app(program).orElseThrow(() -> new IllegalArgumentException(program + " is a server"));
    return start.startInstance(unpackedApp, name, port, environment);
  }

  /**
   * Starts another main class that may use the classes of a program of ours, in a JVM like the
   * program's and with its settings; does not wait for it. It ends by itself, or with this JVM.
   *
   * @param name of its folder and log
   * @param port its {@code server.port}
   * @param classes a folder with the main class
   */
  public LocalProcess startBeside(
      Program program,
      String name,
      int port,
      Path classes,
      String mainClass,
      List<String> arguments) {
    App unpackedApp =
        app(program).orElseThrow(() -> new IllegalArgumentException(program + " is a server"));
    return start.startBeside(unpackedApp, name, port, classes, mainClass, arguments);
  }

  public PortPlan ports() {
    return ports;
  }

  public LocalSecrets secrets() {
    return secrets;
  }

  /** Its database, for who may do anything there. */
  public Database database() {
    return new Database("127.0.0.1", ports.of(Program.POSTGRES), secrets.postgresAdminPassword());
  }

  public SystemAccess access() {
    return new SystemAccess(ports, secrets);
  }

  /** Where tokens that this system accepts come from. */
  public TokenMint tokens() {
    return access().tokens();
  }

  /** The running process, e.g. to hang it with a signal. */
  public LocalProcess process(Program program) {
    return state
        .running(program)
        .orElseThrow(() -> new StackException(program.label() + " does not run"));
  }

  /** Ends the program as a crash would. */
  public void kill(Program program) {
    process(program).kill();
    state.markStopped(program);
  }

  /** Starts the program again, with a polite end before if it runs; returns when it is ready. */
  public void restart(Program program) {
    if (stop(Stop.Manner.PATIENT, program::equals) == 0) {
      progress.accept(Line.of(program, "was not running"));
    }
    start.start(program, app(program));
  }

  /** Ends all processes that this started, services first. */
  @Override
  public void close() {
    close(Stop.Manner.PATIENT);
  }

  /** Ends what this started, as nobody will use it. */
  void giveUp() {
    close(Stop.Manner.BRISK);
  }

  /** One at a time: after Ctrl-C, the interrupted start and the end of the JVM both come here. */
  private synchronized void close(Stop.Manner manner) {
    abandoned = true;
    long stopped = stop(manner, started::contains);
    if (stopped > 0) {
      progress.accept("Stopped the %d programs that were started".formatted(stopped));
    }
  }

  private long stop(Stop.Manner manner, Predicate<Program> wanted) {
    return new Stop(state, manner, progress).stop(wanted);
  }

  void bringUp() {
    start.checkPorts(programs);
    state.remember(ports);
    try {
      bring(programs);
    } catch (RuntimeException e) {
      giveUp();
      throw e;
    }
  }

  /** Deletes unpacked jars of earlier builds. */
  void tidy() {
    apps.keepOnly(unpacked.values());
  }

  private void bring(List<Program> programs) {
    try (var pool = Executors.newFixedThreadPool(STARTING_AT_ONCE)) {
      var completed = new ExecutorCompletionService<Program>(pool);
      programs.forEach(program -> completed.submit(() -> bringAndTell(program), program));
      for (int i = 0; i < programs.size(); i++) {
        @Nullable RuntimeException failure = failureOf(completed);
        if (failure != null) {
          pool.shutdownNow();
          // Ends the wait of those that are still starting.
          giveUp();
          throw failure;
        }
      }
    }
  }

  private static @Nullable RuntimeException failureOf(
      ExecutorCompletionService<Program> completed) {
    try {
      Program ready = completed.take().get();
      return ready == null ? new IllegalStateException("a start without a program") : null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StackException("interrupted while starting", e);
    }
  }

  private void bringAndTell(Program program) {
    bring(program);
    if (program.kind() == Program.Kind.SERVER) {
      serversToCome.countDown();
    }
  }

  private void bring(Program program) {
    Optional<App> app = app(program);
    if (start.isDone(program, app)) {
      progress.accept(Line.of(program, "runs already, on " + ports.of(program)));
      return;
    }
    if (stop(Stop.Manner.BRISK, program::equals) > 0) {
      progress.accept(Line.of(program, "is of an older build or not well: started anew"));
    }
    if (program.kind() == Program.Kind.SERVICE) {
      awaitServers();
    }
    if (abandoned) {
      throw new StackException("given up before " + program.label() + " was started");
    }
    long since = System.nanoTime();
    started.add(program);
    start.start(program, app);
    progress.accept(Line.of(program, "ready on " + ports.of(program), since));
  }

  /** A service needs the database and the broker from its first second. */
  private void awaitServers() {
    try {
      serversToCome.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for the servers", e);
    }
  }

  private Optional<App> app(Program program) {
    return program.kind() == Program.Kind.SERVER
        ? Optional.empty()
        : Optional.of(unpacked.computeIfAbsent(program, apps::unpacked));
  }

  static List<Program> all() {
    return Arrays.asList(Program.values());
  }
}
