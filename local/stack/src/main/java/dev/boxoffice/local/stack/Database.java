package dev.boxoffice.local.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The database of all services, on whichever PostgreSQL server listens there. */
public final class Database {

  /** The role that owns the cluster; no service uses it. */
  public static final String ADMIN = "postgres";

  private final String host;
  private final int port;
  private final String adminPassword;

  public Database(String host, int port, String adminPassword) {
    this.host = host;
    this.port = port;
    this.adminPassword = adminPassword;
  }

  /**
   * Makes the database {@code boxoffice} with one role and one schema of the same name for each
   * entry, as far as they are missing, and sets the roles' passwords.
   */
  public void createServices(Map<String, String> passwords) {
    try {
      new Bootstrap(this).run(passwords);
    } catch (SQLException e) {
      throw new StackException("cannot set up the database: " + e.getMessage(), e);
    }
  }

  /** The URL of a service's schema, without user and password. */
  public String jdbcUrl(String schema) {
    return url(Bootstrap.DATABASE) + "?currentSchema=" + schema + "," + Bootstrap.EXTENSIONS;
  }

  /** A connection of the owner of everything to {@code boxoffice}, for tests and set-up. */
  public Connection admin() throws SQLException {
    return admin(Bootstrap.DATABASE);
  }

  Connection admin(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", ADMIN);
    properties.setProperty("password", adminPassword);
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(url(database), properties);
  }

  private String url(String database) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }
}
