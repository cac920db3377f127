package dev.boxoffice.system.hold;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.launcher.TokenMint;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.system.client.NoLimits;
import dev.boxoffice.system.client.TestClasses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the bench runs against: a gateway, one seat-service, and the servers that these need. */
final class HoldSystem implements AutoCloseable {
  private static final String LOAD = "dev/boxoffice/seat/bench/";
  static final String LOAD_MAIN = "dev.boxoffice.seat.bench.HoldLoad";

  private final Path folder;
  private final LocalSystem system;

  private HoldSystem(Path folder, LocalSystem system) {
    this.folder = folder;
    this.system = system;
  }

  static HoldSystem start(Path folder) {
    StateDir state = StateDir.emptied(folder);
    Set<Program> leftOut =
        Set.of(
            Program.S3,
            Program.PAYMENTS,
            Program.EVENT,
            Program.BOOKING,
            Program.QUEUE,
            Program.TICKET);
    HoldSystem started =
        new HoldSystem(
            folder,
            LocalSystem.startWithout(leftOut, state, PortPlan.free(), NoLimits.ofLongHolds()));
    started.makeBenchSchema();
    return started;
  }

  /** Where the other ways keep their seats: beside ours, with the same role. */
  private void makeBenchSchema() {
    try (Connection admin = system.database().admin();
        Statement statement = admin.createStatement()) {
      boolean rows = statement.execute("create schema bench authorization seat");
      if (rows) {
        throw new IllegalStateException("a schema with rows");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the schema bench", e);
    }
  }

  Path folder() {
    return folder;
  }

  Map<Way, String> addresses() {
    return Map.of(
        Way.SEAT_SERVICE, "127.0.0.1:" + system.ports().of(Program.SEAT),
        Way.GATEWAY, "127.0.0.1:" + system.ports().of(Program.GATEWAY));
  }

  /** The processes whose work counts when a load of its own calls them, or is one of them. */
  Map<String, Long> processes(boolean inProcess) {
    Map<String, Long> processes = new HashMap<>();
    processes.put("postgres", system.process(Program.POSTGRES).pid());
    processes.put("redis", system.process(Program.REDIS).pid());
    if (!inProcess) {
      processes.put("seat-service", system.process(Program.SEAT).pid());
      processes.put("gateway", system.process(Program.GATEWAY).pid());
    }
    return processes;
  }

  /** Tokens of {@code load-1} and so on. */
  List<String> tokens(int users) {
    TokenMint mint = system.tokens();
    return IntStream.rangeClosed(1, users)
        .parallel()
        .mapToObj(n -> mint.mint("load-" + n))
        .toList();
  }

  /** Starts the load beside seat-service's classes; it ends by itself. */
  LocalProcess startLoad(String name, Path plan) {
    return system.startBeside(
        Program.SEAT, name, Ports.free(), loadClasses(folder), LOAD_MAIN, List.of(plan.toString()));
  }

  static Path loadClasses(Path folder) {
    return TestClasses.copied("seat-service", List.of(LOAD), folder.resolve("load-classes"));
  }

  @Override
  public void close() {
    system.close();
  }
}
