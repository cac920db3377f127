package dev.boxoffice.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTests {

  private static final String ADMIN_PASSWORD = "admin-password";
  private static final Map<String, String> SERVICES =
      Map.of("seat", "seat-password", "booking", "booking-password");

  private final Home home;
  private Postgres postgres;

  PostgresTests(@TempDir Path directory) {
    home = new Home(directory, Ports.free(), Lifetime.OF_THIS_JVM);
    postgres = Postgres.start(home, ADMIN_PASSWORD);
  }

  @BeforeAll
  void createServices() {
    postgres.database().createServices(SERVICES);
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "password_encryption, scram-sha-256",
    "listen_addresses, 127.0.0.1"
  })
  void isAsStrictAsInProduction(String setting, String value) throws SQLException {
    try (var connection = postgres.database().admin()) {
      assertThat(one(connection, "show " + setting)).isEqualTo(value);
    }
  }

  @Test
  void letsNobodyInWithoutAPassword() throws SQLException {
    try (var connection = postgres.database().admin()) {
      assertThat(
              one(connection, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
          .isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seat", "postgres"})
  void refusesAWrongPassword(String role) {
    assertThatThrownBy(() -> connect(role, "wrong", "seat"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void isVersion18WithTheExtensionsInReach() throws SQLException {
    try (var connection = connect("seat", "seat-password", "seat")) {
      assertThat(one(connection, "show server_version")).startsWith("18.");
      assertThat(one(connection, "select unaccent('Théâtre')")).isEqualTo("Theatre");
      assertThat(one(connection, "select similarity('hall', 'halls') > 0.3")).isEqualTo("t");
      assertThat(one(connection, "select uuidv7() is not null")).isEqualTo("t");
      run(connection, "create table ranges (show int, exclude using gist (show with =))");
    }
  }

  @Test
  void aServiceCannotReadAnothersSchema() throws SQLException {
    try (var booking = connect("booking", "booking-password", "booking")) {
      run(booking, "create table secret (value text)");
    }
    try (var seat = connect("seat", "seat-password", "seat")) {
      assertThatThrownBy(() -> one(seat, "select value from booking.secret"))
          .hasMessageContaining("permission denied for schema booking");
      assertThatThrownBy(() -> run(seat, "create table booking.mine (value text)"))
          .hasMessageContaining("permission denied for schema booking");
    }
  }

  @Test
  void aServiceCanMakeNothingOutsideOfItsSchema() throws SQLException {
    try (var seat = connect("seat", "seat-password", "seat")) {
      assertThatThrownBy(() -> run(seat, "create table public.mine (value text)"))
          .hasMessageContaining("permission denied for schema public");
      assertThatThrownBy(() -> run(seat, "create table extensions.mine (value text)"))
          .hasMessageContaining("permission denied for schema extensions");
      assertThatThrownBy(() -> run(seat, "create schema mine"))
          .hasMessageContaining("permission denied for database boxoffice");
      assertThatThrownBy(() -> run(seat, "create role mine"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void keepsWhatWasCommittedWhenItCrashes() throws SQLException {
    try (var seat = connect("seat", "seat-password", "seat")) {
      run(seat, "create table kept (value int)");
      run(seat, "insert into kept values (42)");
    }
    postgres.process().kill();
    postgres = Postgres.start(home, ADMIN_PASSWORD);
    postgres.database().createServices(SERVICES);
    try (var seat = connect("seat", "seat-password", "seat")) {
      assertThat(one(seat, "select value from kept")).isEqualTo("42");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"USER_NAMESPACE", "OTHER_UID"})
  void runsForRootInEitherDisguise(Unprivileged disguise, @TempDir Path directory)
      throws SQLException {
    assumeTrue(Programs.runsAsRoot(), "only root needs a disguise");
    var place = new Home(directory, 0, Lifetime.OF_THIS_JVM);
    try (var other = Postgres.start(place, ADMIN_PASSWORD, disguise);
        var connection = other.database().admin("postgres")) {
      assertThat(one(connection, "show fsync")).isEqualTo("on");
    }
  }

  private Connection connect(String user, String password, String schema) throws SQLException {
    return DriverManager.getConnection(postgres.database().jdbcUrl(schema), user, password);
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
