package dev.throughline.desktop.interview;

import dev.throughline.model.interview.Interview;

/**
 * One line of the library.
 *
 * @param segments turns over all transcripts; 0 when there is none
 * @param hasNotes whether anything was written
 * @param hasConsent whether anybody wrote down what the participant agreed to
 * @param sound its recordings, and where they are
 * @param isWaiting whether the server does not have all of it yet
 */
public record InterviewRow(
    Interview interview,
    String participant,
    String study,
    long segments,
    boolean hasNotes,
    boolean hasConsent,
    boolean isSample,
    boolean isWaiting,
    long changedAtMillis,
    RowSound sound) {
  InterviewRow with(RowSound now) {
    return new InterviewRow(
        interview,
        participant,
        study,
        segments,
        hasNotes,
        hasConsent,
        isSample,
        isWaiting,
        changedAtMillis,
        now);
  }
}
