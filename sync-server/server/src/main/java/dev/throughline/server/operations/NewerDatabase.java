package dev.throughline.server.operations;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Migrates the database, unless a newer version of this program has done so before. */
@Component
final class NewerDatabase implements FlywayMigrationStrategy {
  /** The database holds a migration this program does not know. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found(String version) {
      super(version);
    }
  }

  @Override
  public void migrate(Flyway flyway) {
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
}
