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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Large bodies as files, for the kernel to send. Tomcat copies what it sends itself through a small
 * buffer a connection ({@link StreamSockets}), one write each; a larger one would cost every stream
 * as much.
 */
@Component
class MapFiles implements DisposableBean {
  /** Less than this is sent as quickly as a file is opened. */
  static final int LARGE_BYTES = 24 * 1024;

  private static final Logger log = LoggerFactory.getLogger(MapFiles.class);
  private static final Duration ASKED_FOR_WITHIN = Duration.ofSeconds(10);

  /**
   * Tomcat opens a file in the request that was told of it; this is more than any pause between.
   */
  private static final Duration OPENED_WITHIN = Duration.ofSeconds(5);

  private static final int FILES_MAX = 1_000;

  /** A quarter of what a container's folder for such files may hold. */
  static final long BYTES_MAX = 64L * 1024 * 1024;

  private final Path folder;

  /** Written and not yet deleted. */
  private final AtomicLong bytes = new AtomicLong();

  /** Files no longer told of, and their sizes. */
  private final Cache<Path, Integer> leaving =
      Caffeine.newBuilder()
          .expireAfterWrite(OPENED_WITHIN)
          .scheduler(Scheduler.systemScheduler())
          .removalListener(this::delete)
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
    this.folder = MapFolder.make(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** What came of writing a body; null if it could not be. */
  private record Written(@Nullable Path file, int bytes) {}

  /**
   * The body as a file, or null if it could not be written or there are enough files.
   *
   * @param name the same for the same bytes only
   */
  @Nullable Path find(String name, byte[] body) {
    Written written = files.asMap().computeIfAbsent(name, _ -> write(body));
    return written == null ? null : written.file();
  }

  /** Null if there is no room now. */
  private @Nullable Written write(byte[] body) {
    if (bytes.addAndGet(body.length) > BYTES_MAX) {
      var _ = bytes.addAndGet(-body.length);
      return null;
    }
    Path file = folder.resolve(UUID.randomUUID() + MapFolder.SUFFIX);
    try {
      return new Written(Files.write(file, body), body.length);
    } catch (IOException e) {
      log.warn("A map goes out without a file: {} cannot be written", folder, e);
      delete(file, body.length, RemovalCause.EXPLICIT);
      return new Written(null, 0);
    }
  }

  private void leave(@Nullable String name, @Nullable Written written, RemovalCause cause) {
    if (written != null && written.file() != null) {
      leaving.put(written.file(), written.bytes());
    }
  }

  private void delete(@Nullable Path file, @Nullable Integer size, RemovalCause cause) {
    if (file == null || size == null) {
      return;
    }
    try {
      if (!Files.deleteIfExists(file)) {
        log.debug("{} was gone already", file);
      }
      var _ = bytes.addAndGet(-size);
    } catch (IOException e) {
      log.warn("{} stays", file, e);
    }
  }

  @Override
  public void destroy() {
    try {
      MapFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
