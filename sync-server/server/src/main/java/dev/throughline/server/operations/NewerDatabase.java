package dev.throughline.server.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Migrates the database, unless a newer version of this program has done so before, or it is the
 * embedded one and the server is meant for a cluster.
 */
@Component
final class NewerDatabase implements FlywayMigrationStrategy {
  /** The database holds a migration this program does not know. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found(String version) {
      super(version);
    }
  }

  private final Environment environment;

  NewerDatabase(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void migrate(Flyway flyway) {
    if (environment.matchesProfiles(ClusterRules.PROFILE)) {
      requireOrganisations(flyway.getConfiguration().getDataSource());
    }
    Arrays.stream(flyway.info().applied())
        .filter(
            applied ->
                applied.getState() == MigrationState.FUTURE_SUCCESS
                    || applied.getState() == MigrationState.FUTURE_FAILED)
        .findFirst()
        .ifPresent(
            applied -> {
              throw new Found(String.valueOf(applied.getVersion()));
            });
    flyway.migrate();
  }

  private static void requireOrganisations(DataSource database) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet name = statement.executeQuery("select current_setting('cluster_name')")) {
      if (name.next() && ClusterRules.EMBEDDED.equals(name.getString(1))) {
        throw new ClusterRules.Unfit("the database is the embedded one of a standalone server");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
