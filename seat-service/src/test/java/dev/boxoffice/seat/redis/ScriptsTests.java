package dev.boxoffice.seat.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.script.RedisScript;

class ScriptsTests {
  @Test
  void isReadOnceAndNeedsItsFileNoMore(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("answer.lua"), "return 42");
    RedisScript<Long> script = read("answer.lua", folder);
    Files.delete(file);

    assertThat(script.getScriptAsString()).isEqualTo("return 42");
    assertThat(script.getSha1()).isEqualTo(RedisScript.of("return 42").getSha1());
  }

  @Test
  void whatIsNotThereIsSaidAtOnce() {
    assertThatThrownBy(() -> Scripts.read("no-such.lua", Long.class))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no-such.lua");
  }

  private static RedisScript<Long> read(String path, Path folder) throws IOException {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      here.setContextClassLoader(loader);
      return Scripts.read(path, Long.class);
    } finally {
      here.setContextClassLoader(before);
    }
  }
}
