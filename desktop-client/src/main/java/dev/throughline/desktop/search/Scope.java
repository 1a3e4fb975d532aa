package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.Set;

/** Where to look: some kinds of places, and one study or all. */
public record Scope(Where where, Optional<RecordId> study) {
  public static final Scope EVERYTHING = new Scope(Where.EVERYTHING, Optional.empty());

  /** The kinds of places on offer. */
  public enum Where {
    EVERYTHING(Set.of()),
    NOTES(Set.of(HitKind.NOTES)),
    TRANSCRIPTS(Set.of(HitKind.SAID)),
    TITLES(Set.of(HitKind.STUDY, HitKind.PARTICIPANT, HitKind.INTERVIEW));

    private final Set<HitKind> kinds;

    Where(Set<HitKind> kinds) {
      this.kinds = kinds;
    }

    /** Empty for all of them. */
    Set<HitKind> kinds() {
      return kinds;
    }
  }
}
