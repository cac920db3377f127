package dev.boxoffice.seat.guard;

import dev.boxoffice.seat.redis.AsyncScript;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Runs one script for several sets of keys in one round trip. Straight on the connection that all
 * share: the template's own pipelines open a connection each.
 */
final class PipelinedScript {
  private final StringRedisTemplate redis;
  private final AsyncScript<String> script;
  private final Duration waitAtMost;

  PipelinedScript(StringRedisTemplate redis, RedisScript<String> script, Duration waitAtMost) {
    this.redis = redis;
    this.script = AsyncScript.ofText(script);
    this.waitAtMost = waitAtMost;
  }

  /** What the script is to be run for; the keys are in one slot of a cluster. */
  record Call(List<String> keys, List<String> arguments) {
    Call {
      keys = List.copyOf(keys);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The answers, in the order of the calls.
   *
   * @throws org.springframework.dao.DataAccessException if Redis is away or too slow
   */
  List<String> run(List<Call> calls) {
    List<String> answers =
        redis.execute((RedisCallback<List<String>>) connection -> run(connection, calls));
    if (answers == null) {
      throw new IllegalStateException("no answers to " + calls);
    }
    return answers;
  }

  private List<String> run(RedisConnection connection, List<Call> calls) {
    try {
      RedisScriptingAsyncCommands<byte[], byte[]> commands = commands(connection);
      List<CompletableFuture<String>> answers =
          calls.stream().map(call -> script.run(commands, call.keys(), call.arguments())).toList();
      var _ =
          CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
              .get(waitAtMost.toMillis(), TimeUnit.MILLISECONDS);
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (ExecutionException | RedisException e) {
      throw new RedisSystemException("a script failed", e);
    } catch (TimeoutException e) {
      throw new QueryTimeoutException("a script was not answered in " + waitAtMost, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryTimeoutException("interrupted", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static RedisScriptingAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
    return (RedisScriptingAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
  }
}
