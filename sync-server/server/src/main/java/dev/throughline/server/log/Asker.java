package dev.throughline.server.log;

import dev.throughline.model.access.Access;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param byRole what their roles allow, in whichever study
 * @param person their record, whose grants say in which studies; empty for one without
 * @param isServer whether this server itself writes, which no rule holds up
 */
public record Asker(Access byRole, Optional<RecordId> person, boolean isServer) {
  /** Whoever comes, where nobody signs in. */
  public static final Asker ANYBODY = new Asker(Access.EVERYTHING, Optional.empty());

  /** The server itself. */
  public static final Asker SERVER = new Asker(Access.EVERYTHING, Optional.empty(), true);

  public Asker(Access byRole, Optional<RecordId> person) {
    this(byRole, person, false);
  }
}
