package dev.throughline.model.approval;

import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a vote must be: made once, of a packet and an envelope, and then left alone. */
public final class VoteRule {
  private VoteRule() {}

  /**
   * Why somebody may not do this to a vote, as a sentence; empty when they may.
   *
   * @param isNew whether it is to be made
   * @param changed what the fields that are written hold then
   */
  public static Optional<String> refusal(boolean isNew, Map<String, Value> changed, Action action) {
    return isNew
            && action == Action.EDIT
            && Set.of(Vote.PACKET, Vote.ENVELOPE).equals(changed.keySet())
        ? Optional.empty()
        : Optional.of("A vote stays as it was signed.");
  }
}
