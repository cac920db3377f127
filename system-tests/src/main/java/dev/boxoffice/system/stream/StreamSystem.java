package dev.boxoffice.system.stream;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Instances of seat-service without a gateway, what they need, and one show. */
final class StreamSystem implements AutoCloseable {
  private static final int SEATS_PER_ROW = 100;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final LocalSystem system;
  private final List<Integer> ports;
  private final List<LocalProcess> instances;

  private StreamSystem(LocalSystem system, List<Integer> ports, List<LocalProcess> instances) {
    this.system = system;
    this.ports = List.copyOf(ports);
    this.instances = List.copyOf(instances);
  }

  /**
   * Starts everything, with a show that has at least so many seats.
   *
   * @param folder for the state, without that of an earlier one; its logs stay
   */
  static StreamSystem start(Path folder, int count) {
    StateDir state = StateDir.emptied(folder);
    Set<Program> leftOut =
        Set.of(
            Program.S3,
            Program.PAYMENTS,
            Program.SEAT,
            Program.BOOKING,
            Program.QUEUE,
            Program.TICKET,
            Program.GATEWAY);
    LocalSystem system =
        LocalSystem.startWithout(leftOut, state, PortPlan.free(), NoLimits.ofLongHolds());
    List<Integer> ports = IntStream.range(0, count).mapToObj(_ -> Ports.free()).toList();
    List<LocalProcess> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      instances.add(
          system.startInstance(Program.SEAT, "seat-service-" + (i + 1), ports.get(i), Map.of()));
    }
    return new StreamSystem(system, ports, instances);
  }

  /** Puts a show on sale, after which the catalogue is not needed any more. */
  Show publish(int seats) {
    Show show =
        new PublishShow(
                new Http(),
                system.ports().url(Program.EVENT),
                IntStream.range(0, ports.size()).mapToObj(this::instance).toList(),
                system.tokens(),
                Clock.systemUTC())
            .publish(Math.ceilDiv(seats, SEATS_PER_ROW), SEATS_PER_ROW);
    system.kill(Program.EVENT);
    return show;
  }

  URI instance(int number) {
    return URI.create("http://127.0.0.1:" + ports.get(number));
  }

  List<Integer> ports() {
    return ports;
  }

  List<Long> pids() {
    return instances.stream().map(LocalProcess::pid).toList();
  }

  String token(String user) {
    return system.tokens().mint(user);
  }

  /** When each seat that is held was so, by the database, in microseconds of the epoch. */
  Map<Integer, Long> heldAt(Show show) {
    try (Connection admin = system.database().admin();
        PreparedStatement query =
            admin.prepareStatement(
                "select seat_id, at from seat.seat_event where show_id = ? and to_status ="
                    + " 'HELD'")) {
      query.setObject(1, show.showId());
      Map<Integer, Long> heldAt = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          UUID seatId = rows.getObject("seat_id", UUID.class);
          OffsetDateTime at = rows.getObject("at", OffsetDateTime.class);
          heldAt.put(
              SeatIndex.of(seatId), ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()));
        }
      }
      return heldAt;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    instances.forEach(instance -> instance.stop(STOP_WITHIN));
    system.close();
  }
}
