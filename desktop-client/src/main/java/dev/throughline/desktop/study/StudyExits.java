package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where a page of studies leads; the window gives the ways.
 *
 * @param showInterviews lists the interviews of a study: all, or those that lack something
 * @param leave called when the study was removed
 * @param offline what can be done with its recordings
 */
public record StudyExits(
    Consumer<RecordId> openSession,
    Consumer<RecordId> openParticipant,
    Consumer<RecordId> openStudy,
    BiConsumer<RecordId, Optional<Gap>> showInterviews,
    Runnable leave,
    Offline offline) {
  /** What a study's recordings can do without a server. */
  public interface Offline {
    /** Says how large they are and, after a yes, gets them. */
    void make(RecordId study);

    /** Lets them go when room is needed. */
    void letGo(RecordId study);

    /** Whether there is something to get. */
    boolean isPossible(RecordId study);

    /** Whether some of them are kept or come. */
    boolean isWanted(RecordId study);

    /** How far they are; empty while nobody wanted them. */
    String words(RecordId study);
  }
}
