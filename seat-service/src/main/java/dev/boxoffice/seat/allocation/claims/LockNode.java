package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.redis.AsyncScript;
import dev.boxoffice.seat.redis.RedisBreaker;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several independent Redis servers, which may be away or hang without holding up others.
 */
final class LockNode {
  private final RedisClient client;
  private final RedisURI address;
  private final Duration waitAtMost;
  private final RedisBreaker breaker;
  private @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection;

  LockNode(RedisClient client, RedisURI address, Duration waitAtMost, Clock clock) {
    this.client = client;
    this.address = address;
    this.waitAtMost = waitAtMost;
    this.breaker =
        new RedisBreaker("Lock node " + address.getHost() + ":" + address.getPort(), clock);
  }

  /** What comes of a script there, or the other answer if the node is away or too slow. */
  <T, A> CompletableFuture<A> run(
      AsyncScript<T> script,
      List<String> keys,
      List<String> arguments,
      Function<T, A> reading,
      A ifAway) {
    return breaker.askLater(
        () ->
            connection()
                .thenCompose(open -> script.run(open.async(), keys, arguments))
                .thenApply(reading)
                .orTimeout(waitAtMost.toMillis(), TimeUnit.MILLISECONDS),
        ifAway);
  }

  /** The one connection, which mends itself; opened when it is first needed. */
  private synchronized CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection() {
    if (connection == null || connection.isCompletedExceptionally()) {
      connection = client.connectAsync(ByteArrayCodec.INSTANCE, address).toCompletableFuture();
    }
    return connection;
  }
}
