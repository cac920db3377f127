package dev.boxoffice.system.purchase;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.NoLimits;
import dev.boxoffice.system.client.PublishShow;
import dev.boxoffice.system.client.Show;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the purchases run against: everything but the waiting room. */
final class PurchaseSystem implements AutoCloseable {
  private static final Set<Program> LEFT_OUT = Set.of(Program.QUEUE);
  private static final int SEATS_PER_ROW = 100;

  private static final List<Program> MEASURED =
      List.of(
          Program.POSTGRES,
          Program.REDIS,
          Program.KAFKA,
          Program.S3,
          Program.PAYMENTS,
          Program.GATEWAY,
          Program.SEAT,
          Program.BOOKING,
          Program.TICKET,
          Program.EVENT);

  private final LocalSystem system;
  private final Http http = new Http();
  private final Clock clock;

  private PurchaseSystem(LocalSystem system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  /**
   * Starts everything.
   *
   * @param folder for its state, without that of an earlier one; its logs stay
   */
  static PurchaseSystem start(Path folder, Clock clock) {
    StateDir state = StateDir.emptied(folder);
    return new PurchaseSystem(
        LocalSystem.startWithout(LEFT_OUT, state, PortPlan.free(), NoLimits.environment()), clock);
  }

  Show publish(int seats) {
    URI gateway = gateway();
    return new PublishShow(http, gateway, List.of(gateway), system.tokens(), clock)
        .publish(seats / SEATS_PER_ROW, SEATS_PER_ROW);
  }

  Sale sale(Show show, int seatsPerBooking) {
    List<String> tokens =
        IntStream.rangeClosed(0, show.seatIds().size() / show.limit())
            .parallel()
            .mapToObj(n -> system.tokens().mint("buyer-" + n))
            .toList();
    return new Sale(http, gateway(), show, tokens, seatsPerBooking);
  }

  private URI gateway() {
    return system.ports().url(Program.GATEWAY);
  }

  /** Processor time used so far by each process with its children, and by this one. */
  Map<String, Duration> cpuTime() {
    Map<String, Duration> times = new TreeMap<>();
    MEASURED.forEach(program -> times.put(program.label(), cpuTime(system.process(program).pid())));
    times.put("load", ofThisProcess());
    return times;
  }

  /** All others are its children. */
  private static Duration ofThisProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Duration cpuTime(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** How many tickets of the show there are. */
  int tickets(Show show) {
    try (Connection connection = system.database().admin();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from ticket.ticket where show_id = ?")) {
      count.setObject(1, show.showId());
      try (ResultSet row = count.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count tickets", e);
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
