package dev.boxoffice.seat.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;

/**
 * The textbook's two phases: each seat is a key in Redis, set if it is not there, all in one {@code
 * MULTI}; who did not get all of them gives back one by one what may be theirs; the database is
 * told afterwards and not asked.
 *
 * <p>Each client has a connection of its own to Redis, as a transaction needs one.
 */
final class SeedHolds implements Contender {
  private static final int HOLD_SECONDS = 600;

  private static final String PERSIST =
      """
      update bench.seats
      set status = 'HELD', hold_id = ?, hold_expires_at = ?, version = version + 1
      where show_id = ? and seat_id = any(?) and status = 'AVAILABLE'
      """;

  private static final String RELEASE =
      """
      update bench.seats set status = 'AVAILABLE', hold_id = null, hold_expires_at = null
      where show_id = ? and seat_id = any(?) and hold_id = ? and status = 'HELD'
      """;

  private final DataSource pool;
  private final RedisClient redis;
  private final Tables tables;
  private final Users users;

  SeedHolds(DataSource pool, RedisClient redis, Tables tables, Users users) {
    this.pool = pool;
    this.redis = redis;
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void prepare(Lot lot) {
    tables.fillPlain(lot);
  }

  @Override
  public Client client() {
    StatefulRedisConnection<String, String> connection = redis.connect();
    return new Client() {
      @Override
      public Answer hold(Show show, int user, int[] seats) {
        try {
          return holdSeats(connection, show, users.name(user), show.seats(seats));
        } catch (SQLException | ExecutionException e) {
          return Failures.note(e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }

  private Answer holdSeats(
      StatefulRedisConnection<String, String> redis, Show show, String user, UUID[] seats)
      throws SQLException, ExecutionException, InterruptedException {
    UUID holdId = UUID.randomUUID();
    if (!lockAll(redis, show, user, seats, holdId)) {
      release(redis, show, seats, holdId);
      return Answer.REFUSED;
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement update = connection.prepareStatement(PERSIST)) {
      update.setObject(1, holdId);
      update.setObject(2, Instant.now().plusSeconds(HOLD_SECONDS).atOffset(ZoneOffset.UTC));
      update.setObject(3, show.showId());
      update.setArray(4, connection.createArrayOf("uuid", seats));
      int unheeded = update.executeUpdate();
      return unheeded < 0 ? Answer.FAILED : Answer.GRANTED;
    }
  }

  private static boolean lockAll(
      StatefulRedisConnection<String, String> redis,
      Show show,
      String user,
      UUID[] seats,
      UUID holdId)
      throws ExecutionException, InterruptedException {
    String owner = "{\"holdId\":\"" + holdId + "\",\"userId\":\"" + user + "\"}";
    SetArgs ifAbsent = SetArgs.Builder.nx().ex(HOLD_SECONDS);
    RedisAsyncCommands<String, String> commands = redis.async();
    // Written together, as a client's pipeline is.
    redis.setAutoFlushCommands(false);
    List<RedisFuture<String>> queued = new ArrayList<>();
    queued.add(commands.multi());
    for (UUID seat : seats) {
      queued.add(commands.set(key(show, seat), owner, ifAbsent));
    }
    RedisFuture<TransactionResult> executed = commands.exec();
    redis.flushCommands();
    redis.setAutoFlushCommands(true);
    TransactionResult set = executed.get();
    return queued.size() == seats.length + 1 && set.stream().allMatch("OK"::equals);
  }

  private void release(
      StatefulRedisConnection<String, String> redis, Show show, UUID[] seats, UUID holdId)
      throws SQLException {
    for (UUID seat : seats) {
      String owner = redis.sync().get(key(show, seat));
      if (owner != null && owner.contains(holdId.toString())) {
        long deleted = redis.sync().del(key(show, seat));
        if (deleted > 1) {
          throw new IllegalStateException(deleted + " keys of one seat");
        }
      }
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement update = connection.prepareStatement(RELEASE)) {
      update.setObject(1, show.showId());
      update.setArray(2, connection.createArrayOf("uuid", seats));
      update.setObject(3, holdId);
      int rows = update.executeUpdate();
      if (rows > seats.length) {
        throw new IllegalStateException(rows + " seats released");
      }
    }
  }

  private static String key(Show show, UUID seat) {
    return "seat:" + show.showId() + ":" + seat;
  }
}
