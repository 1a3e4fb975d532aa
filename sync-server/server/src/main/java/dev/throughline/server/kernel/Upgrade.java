package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What Kernel is asked to take in.
 *
 * @param upgradeId 1 to 200 letters, digits and {@code _.:-}, the first a letter or digit
 * @param target what it changes
 * @param timestamp when it was proposed; part of the content, so a repeated call repeats it
 * @param proposedBy 1 to 200 visible ASCII characters
 */
public record Upgrade(
    String upgradeId,
    Type type,
    String target,
    String rationale,
    Json impact,
    List<String> preconditions,
    Instant timestamp,
    String proposedBy) {
  public Upgrade {
    preconditions = List.copyOf(preconditions);
  }

  /** What kind of change it is. */
  public enum Type {
    CODE,
    MANIFEST,
    POLICY,
    ROLLBACK;

    /** As it stands in messages. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
