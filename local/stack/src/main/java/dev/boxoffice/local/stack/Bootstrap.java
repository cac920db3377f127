package dev.boxoffice.local.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The database, its extensions, and a role and schema a service. Safe to repeat. Each role may use
 * its own schema and the extensions, and nothing else.
 */
final class Bootstrap {

  static final String DATABASE = "boxoffice";
  static final String EXTENSIONS = "extensions";

  private static final Pattern NAME = Pattern.compile("[a-z]{1,30}");
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,200}");

  private final Database server;

  Bootstrap(Database server) {
    this.server = server;
  }

  void run(Map<String, String> passwords) throws SQLException {
    try (var connection = server.admin("postgres")) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        run(connection, "create database " + DATABASE);
      }
    }
    try (var connection = server.admin(DATABASE)) {
      run(connection, "revoke all on database " + DATABASE + " from public");
      run(connection, "revoke all on schema public from public");
      run(connection, "create schema if not exists " + EXTENSIONS);
      for (var extension : List.of("pg_trgm", "unaccent", "btree_gist")) {
        run(connection, "create extension if not exists " + extension + " schema " + EXTENSIONS);
      }
      for (var service : passwords.entrySet()) {
        create(connection, service.getKey(), service.getValue());
      }
    }
  }

  private static void create(Connection connection, String name, String password)
      throws SQLException {
    // Statements of this kind take no parameters, so the words must be harmless by themselves.
    if (!NAME.matcher(name).matches() || !PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException("unusable role name or password for " + name);
    }
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
      run(connection, "create role " + name + " login nosuperuser nocreatedb nocreaterole");
    }
    run(connection, "alter role " + name + " password '" + password + "'");
    run(connection, "grant connect on database " + DATABASE + " to " + name);
    run(connection, "grant usage on schema " + EXTENSIONS + " to " + name);
    run(connection, "create schema if not exists " + name + " authorization " + name);
    run(connection, "revoke all on schema " + name + " from public");
    run(
        connection,
        "alter role %s in database %s set search_path = %s, %s"
            .formatted(name, DATABASE, name, EXTENSIONS));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
