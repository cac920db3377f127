package dev.boxoffice.seat.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Large bodies as files, for the kernel to send. Tomcat copies what it sends itself through a
 * buffer of 8 KB a connection, one write each; larger buffers would cost every stream as much.
 */
@Component
class MapFiles implements DisposableBean {
  /** Less than this is sent as quickly as a file is opened. */
  static final int LARGE_BYTES = 24 * 1024;

  private static final Logger log = LoggerFactory.getLogger(MapFiles.class);
  private static final Duration ASKED_FOR_WITHIN = Duration.ofSeconds(10);

  /** Who was told of a file opens it at once; this is more than any pause in between. */
  private static final Duration OPENED_WITHIN = Duration.ofMinutes(1);

  private static final int FILES_MAX = 1_000;

  private final Path folder;

  /** Files no longer told of. */
  private final Cache<Path, Boolean> leaving =
      Caffeine.newBuilder()
          .expireAfterWrite(OPENED_WITHIN)
          .scheduler(Scheduler.systemScheduler())
          .removalListener(MapFiles::delete)
          .build();

  /** By what they hold. */
  private final Cache<String, Written> files =
      Caffeine.newBuilder()
          .maximumSize(FILES_MAX)
          .expireAfterAccess(ASKED_FOR_WITHIN)
          .scheduler(Scheduler.systemScheduler())
          .removalListener(this::leave)
          .build();

  MapFiles() throws IOException {
    this.folder = Files.createTempDirectory("boxoffice-maps-");
  }

  /** What came of writing a body; null if it could not be. */
  private record Written(@Nullable Path file) {}

  /**
   * The body as a file, or null if it could not be written.
   *
   * @param name the same for the same bytes only
   */
  @Nullable Path find(String name, byte[] body) {
    return files.get(name, _ -> write(body)).file();
  }

  private Written write(byte[] body) {
    try {
      return new Written(Files.write(folder.resolve(UUID.randomUUID() + ".body"), body));
    } catch (IOException e) {
      log.warn("A map goes out without a file: {} cannot be written", folder, e);
      return new Written(null);
    }
  }

  private void leave(@Nullable String name, @Nullable Written written, RemovalCause cause) {
    if (written != null && written.file() != null) {
      leaving.put(written.file(), true);
    }
  }

  private static void delete(@Nullable Path file, @Nullable Boolean ignored, RemovalCause cause) {
    try {
      if (file != null && !Files.deleteIfExists(file)) {
        log.debug("{} was gone already", file);
      }
    } catch (IOException e) {
      log.warn("{} stays", file, e);
    }
  }

  @Override
  public void destroy() {
    try (var left = Files.list(folder)) {
      left.forEach(file -> delete(file, null, RemovalCause.EXPLICIT));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
