package dev.boxoffice.defaults.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Migrates the tables of service-defaults first, under a history of their own: a service's version
 * numbers never meet these.
 */
final class DefaultTables implements FlywayMigrationStrategy {
  private static final String LOCATION = "classpath:db/defaults";
  private static final String HISTORY_TABLE = "defaults_schema_history";

  @Override
  public void migrate(Flyway flyway) {
    var _ =
        Flyway.configure()
            .dataSource(flyway.getConfiguration().getDataSource())
            .locations(LOCATION)
            .table(HISTORY_TABLE)
            .load()
            .migrate();
    // The schema is no longer empty, which is fine: the service's own history starts from nothing.
    var _ =
        Flyway.configure()
            .configuration(flyway.getConfiguration())
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
  }
}
