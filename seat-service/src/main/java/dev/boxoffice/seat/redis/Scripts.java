package dev.boxoffice.seat.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** The scripts that are shipped with the service. */
public final class Scripts {
  private Scripts() {}

  /**
   * Reads a script, once and for all: one that keeps its resource looks at each run whether the
   * file has changed.
   *
   * @param path below the root of the class path
   * @throws UncheckedIOException if there is no such script
   */
  public static <T> RedisScript<T> read(String path, Class<T> answer) {
    try {
      return RedisScript.of(new ClassPathResource(path).getContentAsString(UTF_8), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
