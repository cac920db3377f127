package dev.boxoffice.system.race;

import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the clients asked for and were told: two JSON lines an operation, {@code invoke} before it
 * is sent and {@code ok}, {@code fail} or {@code info} after, beside the faults of the same time.
 */
public final class OperationLog implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final BufferedWriter out;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Operation> ended = new ArrayList<>();
  private long last;

  public OperationLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    try {
      Files.createDirectories(file.getParent());
      this.out = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** An operation that was sent. */
  record Invoked(long number, String buyer, Command command, Instant at) {}

  Invoked invoke(String buyer, Command command) {
    lock.lock();
    try {
      Invoked invoked = new Invoked(++last, buyer, command, clock.instant());
      write(line("invoke", invoked, invoked.at()));
      return invoked;
    } finally {
      lock.unlock();
    }
  }

  Operation end(Invoked invoked, Told told) {
    lock.lock();
    try {
      Operation operation =
          new Operation(
              invoked.number(),
              invoked.buyer(),
              invoked.command(),
              invoked.at(),
              clock.instant(),
              told);
      ended.add(operation);
      Map<String, Object> line =
          line(
              told.verdict().name().toLowerCase(java.util.Locale.ROOT),
              invoked,
              operation.endedAt());
      line.put("status", told.status());
      line.put("body", told.body());
      write(line);
      return operation;
    } finally {
      lock.unlock();
    }
  }

  /** A fault that begins or ends. */
  void fault(String what) {
    lock.lock();
    try {
      write(Map.of("type", "fault", "at", clock.instant().toString(), "what", what));
    } finally {
      lock.unlock();
    }
  }

  public List<Operation> operations() {
    lock.lock();
    try {
      return List.copyOf(ended);
    } finally {
      lock.unlock();
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> line(String type, Invoked invoked, Instant at) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", type);
    line.put("number", invoked.number());
    line.put("at", at.toString());
    line.put("buyer", invoked.buyer());
    line.put("command", Objects.toString(invoked.command()));
    return line;
  }

  private void write(Map<String, ?> line) {
    try {
      out.write(JSON.writeValueAsString(line));
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
