package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Keeps two commands from starting and stopping the same programs at once. */
final class StateLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private StateLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits for the other command, and says so. */
  static StateLock take(StateDir state, Consumer<String> progress) {
    try {
      FileChannel channel =
          FileChannel.open(
              state.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        progress.accept("Another ./boxoffice is starting or stopping things; waiting for it");
        lock = channel.lock();
      }
      return new StateLock(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + state.folder(), e);
    }
  }

  void check() {
    if (!lock.isValid()) {
      throw new IllegalStateException("the lock was lost");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
