package dev.throughline.server.operations;

import dev.throughline.server.blob.UnfitStore;
import dev.throughline.server.people.UnusableRoles;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.vault.VaultException;

/** The reasons for which a server does not start, each in one sentence with a code. */
final class StartTrouble {
  /** Raised by our own first migration. */
  private static final String ROLE_MISSING = "TL001";

  private static final String WRONG_PASSWORD = "28";
  private static final String NO_CONNECTION = "08";
  private static final String SHUTTING_DOWN = "57P";
  private static final int CAUSES_MAX = 20;

  /** How Spring Cloud begins to say that nothing is set to log in with. */
  private static final String NO_LOGIN = "Cannot create authentication mechanism";

  private static final String NO_VAULT =
      """
      Vault does not answer, or refuses the login, so there are no secrets; check that it runs and \
      the settings spring.cloud.vault. Nothing was started. (SRV-43)\
      """;

  private StartTrouble() {}

  /** The sentence for the first cause that has one, or for the innermost when none has. */
  static String sentence(Throwable failure) {
    Throwable cause = failure;
    Throwable innermost = failure;
    boolean isMigration = false;
    for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
      Optional<String> known = ofOne(cause);
      if (known.isPresent()) {
        return known.get();
      }
      isMigration |= cause instanceof FlywayException;
      innermost = cause;
      cause = cause.getCause();
    }
    return isMigration
        ? "The database could not be brought up to date and was left as it was. (SRV-38)"
        : "The reason is new to us: %s: %s (SRV-40)"
            .formatted(innermost.getClass().getSimpleName(), firstLine(innermost.getMessage()));
  }

  private static Optional<String> ofOne(Throwable cause) {
    return switch (cause) {
      case PortInUseException taken ->
          Optional.of(
              "Port %s is taken by another program; stop that one or choose another port. (SRV-31)"
                  .formatted(taken.getPort()));
      case NewerDatabase.Found found ->
          Optional.of(
              """
              The database was last used by a newer version (its layout is %s) and was left \
              untouched; start that version. (SRV-33)\
              """
                  .formatted(found.getMessage()));
      case ClosedToOthers.OpenToOthers open ->
          Optional.of(
              """
              Other computers can reach the address "%s"; that takes TLS (server.ssl.bundle) and \
              an identity provider with an https address (throughline.identity.issuer), on one \
              port. Set these, or server.address to 127.0.0.1. (SRV-34)\
              """
                  .formatted(open.getMessage()));
      case UnusableRoles roles ->
          Optional.of(
              "The file that throughline.identity.roles names cannot be used: %s. (SRV-41)"
                  .formatted(roles.getMessage()));
      case ClusterRules.Unfit unfit ->
          Optional.of(
              """
              The profile cluster takes an organisation's own engines, provider and secrets: %s. \
              Set these right, or start without that profile. (SRV-42)\
              """
                  .formatted(unfit.getMessage()));
      case UnfitStore unfit ->
          Optional.of(
              """
              Recordings cannot be kept in the bucket of throughline.blobs.s3: %s. Make it with \
              versions and object lock, or name another. (SRV-47)\
              """
                  .formatted(unfit.getMessage()));
      case NoSuchSslBundleException none ->
          Optional.of(
              "There is no SSL bundle \"%s\"; set it in spring.ssl.bundle, or name another. (SRV-46)"
                  .formatted(none.getBundleName()));
      case VaultException _ -> Optional.of(NO_VAULT);
      case IllegalStateException state
          when String.valueOf(state.getMessage()).startsWith(NO_LOGIN) ->
          Optional.of(NO_VAULT);
      case BindException bind ->
          Optional.of(
              "The setting %s cannot be used: %s. (SRV-44)"
                  .formatted(bind.getName(), firstLine(innermost(bind).getMessage())));
      case PlaceholderResolutionException missing ->
          Optional.of(
              "The setting %s is missing; the README lists what a server needs. (SRV-36)"
                  .formatted(missing.getPlaceholder()));
      case SQLException sql -> ofDatabase(String.valueOf(sql.getSQLState()), sql);
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofDatabase(String state, SQLException sql) {
    if (state.equals(ROLE_MISSING)) {
      return Optional.of(
          firstLine(sql.getMessage()).replace("ERROR: ", "")
              + " Ask its operator to create what is missing. (SRV-35)");
    }
    if (state.startsWith(WRONG_PASSWORD)) {
      return Optional.of(
          "The database refuses the user or password it was given; check both. (SRV-37)");
    }
    return state.startsWith(NO_CONNECTION) || state.startsWith(SHUTTING_DOWN)
        ? Optional.of(
            """
            The database does not answer; check that it runs and that throughline.database.url \
            is right. (SRV-32)\
            """)
        : Optional.empty();
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < CAUSES_MAX && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
