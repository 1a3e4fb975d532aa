package dev.throughline.desktop.consent;

import dev.throughline.model.consent.ConsentLack;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether the words of one interview may be quoted, as things stand.
 *
 * @param interview the interview, or a participant where words about them are from any of theirs
 * @param title what the interview is called
 * @param who the pseudonym of its participant; empty when nobody is named
 * @param lack what is missing; empty when quoting was agreed
 * @param isForAll whether what the person said about all their interviews stands against what their
 *     record for this one says
 * @param ended the last day of what was agreed, when that is over
 */
public record Ruling(
    RecordId interview,
    String title,
    String who,
    Optional<ConsentLack> lack,
    boolean isForAll,
    Optional<LocalDate> ended) {
  /** Whether words must stay in the application. */
  public boolean holdsBack(Wording wording) {
    return lack.filter(why -> why.holdsBack(wording)).isPresent();
  }
}
