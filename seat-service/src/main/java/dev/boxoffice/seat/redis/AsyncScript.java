package dev.boxoffice.seat.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A script sent straight over a connection, so that several can be on their way at once without a
 * thread that waits for each.
 *
 * @param <T> what it answers
 */
public final class AsyncScript<T> {
  private final RedisScript<T> script;
  private final String digest;
  private final byte[] text;
  private final ScriptOutputType type;
  private final Function<Object, T> reading;

  private AsyncScript(RedisScript<T> script, ScriptOutputType type, Function<Object, T> reading) {
    this.script = script;
    this.digest = script.getSha1();
    this.text = script.getScriptAsString().getBytes(UTF_8);
    this.type = type;
    this.reading = reading;
  }

  public static AsyncScript<String> ofText(RedisScript<String> script) {
    return new AsyncScript<>(
        script, ScriptOutputType.VALUE, answer -> new String((byte[]) answer, UTF_8));
  }

  public static AsyncScript<Long> ofNumber(RedisScript<Long> script) {
    return new AsyncScript<>(script, ScriptOutputType.INTEGER, answer -> (Long) answer);
  }

  /** The same, to be run and waited for. */
  public RedisScript<T> script() {
    return script;
  }

  /** Sends it by its digest; a Redis that has forgotten the script is sent it anew. */
  public CompletableFuture<T> run(
      RedisScriptingAsyncCommands<byte[], byte[]> commands,
      List<String> keys,
      List<String> arguments) {
    byte[][] keyBytes = bytes(keys);
    byte[][] argumentBytes = bytes(arguments);
    return commands
        .<Object>evalsha(digest, type, keyBytes, argumentBytes)
        .toCompletableFuture()
        .exceptionallyCompose(
            failure ->
                failure instanceof RedisNoScriptException
                    ? commands.<Object>eval(text, type, keyBytes, argumentBytes)
                    : CompletableFuture.failedFuture(failure))
        .thenApply(reading);
  }

  private static byte[][] bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
  }
}
