package dev.throughline.desktop.participant;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.model.participant.Participant;
import java.util.List;

/**
 * One person in the list.
 *
 * @param interviews theirs, latest day first
 * @param isConsented whether somebody wrote down what they agreed to
 * @param isDoubled whether another person goes by the same pseudonym
 */
public record ParticipantRow(
    Participant person, List<InterviewRow> interviews, boolean isConsented, boolean isDoubled) {
  public ParticipantRow {
    interviews = List.copyOf(interviews);
  }
}
