package dev.throughline.desktop.interview;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one session page shows, but for the segments, which are paged.
 *
 * @param isSample whether it belongs to the sample workspace, which never syncs
 * @param waiting operations on the interview and its notes that are not on the server
 * @param kept values that lost a merge and were kept beside the shown one
 * @param names what records are called that the kept values point to
 */
public record Session(
    Interview interview,
    Optional<Study> study,
    Optional<Participant> participant,
    RecordId memo,
    String notes,
    List<Transcript> transcripts,
    boolean isSample,
    int waiting,
    List<Conflict> kept,
    Map<RecordId, String> names) {
  public Session {
    transcripts = List.copyOf(transcripts);
    kept = List.copyOf(kept);
    names = Map.copyOf(names);
  }
}
