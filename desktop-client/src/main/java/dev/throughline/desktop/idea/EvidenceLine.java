package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import java.util.Optional;

/**
 * One link to evidence with what it leads to.
 *
 * @param idea what the idea is called that was linked, where it was merged into the one shown;
 *     empty for the shown one's own links
 */
record EvidenceLine(Evidence link, Source source, String idea) {
  /** What a link leads to, as far as this person may see it. */
  sealed interface Source {
    /**
     * Something that can be opened.
     *
     * @param turn the turn that was said; empty for notes and whole interviews
     * @param words what was said or written, or what the interview is called
     * @param where who it is from, and when
     * @param whyNotQuoted why it must not be shown to others, as a sentence; empty when it may
     */
    record Here(
        RecordId interview,
        Optional<RecordId> turn,
        Kind kind,
        String words,
        String where,
        Optional<String> whyNotQuoted)
        implements Source {}

    /** It lies in the trash; until it comes back it does not count. */
    record Trashed() implements Source {}

    /** It is not on this computer: others may see it, or it was erased. */
    record NotHere() implements Source {}
  }

  /** What kind of thing was linked. */
  enum Kind {
    INTERVIEW,
    NOTES,
    TURN
  }
}
