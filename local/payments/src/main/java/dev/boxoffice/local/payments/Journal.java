package dev.boxoffice.local.payments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only file: one JSON line an entry. Appends must come one after the other; waiting for
 * the disk may be done by many at once, and one sync serves all who wait.
 */
final class Journal implements AutoCloseable {

  private final Path file;
  private final JsonMapper json;
  private final FileChannel channel;
  private final Object syncing = new Object();
  private volatile long written;
  private long synced;

  Journal(Path file, JsonMapper json) {
    this.file = file.toAbsolutePath();
    this.json = json;
    try {
      Files.createDirectories(this.file.getParent());
      channel =
          FileChannel.open(
              this.file,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      written = endOfLastWholeLine();
      // A line without its end was cut off by a crash, before anybody was answered.
      if (channel.truncate(written).position(written).size() != written) {
        throw new IOException(this.file + " cannot be cut to " + written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives every entry with its position, oldest first. */
  void replay(ObjLongConsumer<JournalEntry> reader) {
    try (var lines = new RandomAccessFile(file.toFile(), "r");
        var buffered = Files.newBufferedReader(file, UTF_8)) {
      long position = 0;
      for (var line = buffered.readLine(); line != null; line = buffered.readLine()) {
        reader.accept(json.readValue(line, JournalEntry.class), position);
        position += line.getBytes(UTF_8).length + 1L;
      }
      if (position != lines.length()) {
        throw new IllegalStateException(file + " was read up to " + position);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JournalEntry at(long position) {
    try (var lines = new RandomAccessFile(file.toFile(), "r")) {
      lines.seek(position);
      // Latin-1 is how readLine reads bytes; they are UTF-8.
      var line = lines.readLine();
      return json.readValue(new String(line.getBytes(ISO_8859_1), UTF_8), JournalEntry.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an entry and returns its position; it is safe only after {@link #sync}. */
  long append(JournalEntry entry) {
    var bytes = ByteBuffer.wrap((json.writeValueAsString(entry) + "\n").getBytes(UTF_8));
    long position = written;
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      written = at;
      return position;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything appended up to now is on the disk. */
  void sync() {
    long wanted = written;
    synchronized (syncing) {
      if (synced >= wanted) {
        return;
      }
      long now = written;
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      synced = now;
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

  private long endOfLastWholeLine() throws IOException {
    var one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      if (channel.read(one, end - 1) == 1 && one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }
}
