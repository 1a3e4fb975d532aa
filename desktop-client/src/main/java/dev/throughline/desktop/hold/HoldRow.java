package dev.throughline.desktop.hold;

import java.util.Optional;
import java.util.Set;

/**
 * A hold as the list shows it.
 *
 * @param reached what it reaches, in words
 * @param past who did what about it, and when, in words
 * @param waits for whom it waits, when it is not whoever looks
 * @param can what whoever looks can do about it now
 */
public record HoldRow(
    Hold hold, String reached, String past, Optional<String> waits, Set<HoldStep> can) {
  public HoldRow {
    can = Set.copyOf(can);
  }

  public String title() {
    return hold.matter();
  }

  /** Whether this step is the first of two, or takes two. */
  boolean isAsking() {
    return hold.state() == Hold.State.ACTIVE;
  }
}
