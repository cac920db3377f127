package dev.boxoffice.system.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A show of its own for one short race, with the log and the checks of the long ones. */
final class Scene implements AutoCloseable {
  final Arena arena = Arenas.running();
  final Show show;
  private final Clock clock = Clock.systemUTC();
  private final Http http = new Http();
  private final OperationLog log;

  Scene(int rows, int seatsPerRow) throws IOException {
    Path file = Files.createTempDirectory("boxoffice-scene").resolve("operations.jsonl");
    this.log = new OperationLog(file, clock);
    this.show = arena.publishShow(http, clock).publish(rows, seatsPerRow);
  }

  Client buyer(String name) {
    return new Client(arena, http, log, show, name, arena.system().tokens().mint(name));
  }

  List<UUID> seats(int from, int to) {
    return show.seatIds().subList(from, to);
  }

  @CanIgnoreReturnValue
  Told.Grant granted(Operation operation) {
    assertThat(operation.isOk()).as(operation.toString()).isTrue();
    return Objects.requireNonNull(operation.told().grant());
  }

  void letPass(Instant time) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> clock.instant().isAfter(time));
  }

  HoldRecord hold(UUID holdId) {
    return now().holds().stream()
        .filter(hold -> hold.holdId().equals(holdId))
        .findFirst()
        .orElseThrow();
  }

  History now() {
    try {
      return new ReadHistory(arena.database()).now(show);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps everybody who needs the buyer's row, as sweepers do, away until it is closed. */
  Connection lockedRowOf(Client buyer) throws SQLException {
    Connection connection = arena.database().admin();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select n from seat.buyer_seats where show_id = ? and user_id = ? for update")) {
      lock.setObject(1, show.showId());
      lock.setString(2, buyer.name());
      try (ResultSet row = lock.executeQuery()) {
        assertThat(row.next()).isTrue();
      }
    }
    return connection;
  }

  /** How far the payment for a hold has come. */
  String stepOfPayment(UUID holdId) {
    try (Connection connection = arena.database().admin();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select a.step from booking.payment_attempt a
                join booking.booking b using (booking_id) where b.hold_id = ?
                """)) {
      query.setObject(1, holdId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString("step") : "none";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often booking-service has given up waiting for an answer about a hold's payment. */
  int triesOfPayment(UUID holdId) {
    try (Connection connection = arena.database().admin();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select w.tries from booking.work w
                join booking.payment_attempt a on a.payment_id = w.key
                join booking.booking b using (booking_id) where b.hold_id = ?
                """)) {
      query.setObject(1, holdId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt("tries") : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives up what is held, lets everything come to rest, and looks at all of it. */
  void isClean() throws SQLException, IOException {
    for (Operation operation : log.operations()) {
      if (operation.command() instanceof Command.Hold && operation.isOk()) {
        releases(buyer(operation.buyer()), granted(operation).id());
      }
    }
    assertThat(new Inspection(arena, http, show, clock).atRest(log.operations())).isEmpty();
  }

  @CanIgnoreReturnValue
  Operation releases(Client buyer, UUID holdId) {
    return buyer.ask(0, new Command.Release(holdId));
  }

  @Override
  public void close() {
    log.close();
  }
}
