package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets a PostgreSQL up that this did not start. */
@Command(
    name = "database",
    description = {
      "Makes the database with a schema and a role for each service on a PostgreSQL that runs",
      "elsewhere, as far as they are missing, with the passwords that 'secrets' writes."
    })
final class DatabaseCommand implements Callable<Integer> {

  @Option(names = "--host", required = true, description = "Where PostgreSQL listens.")
  private String host = "";

  @Option(names = "--port", defaultValue = "5432", description = "5432 if not given.")
  private int port;

  @Override
  public Integer call() {
    LocalSecrets secrets = LocalSecrets.in(Launcher.state().created());
    new Database(host, port, secrets.postgresAdminPassword())
        .createServices(secrets.databasePasswords());
    return 0;
  }
}
