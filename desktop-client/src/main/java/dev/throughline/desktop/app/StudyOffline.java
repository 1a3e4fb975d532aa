package dev.throughline.desktop.app;

import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.travel.OfflineDesk;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.util.List;
import java.util.function.Supplier;

/** Makes the recordings of a whole study available offline; those its listed interviews have. */
record StudyOffline(InterviewList interviews, Supplier<OfflineDesk> desk)
    implements StudyExits.Offline {
  @Override
  public void make(RecordId study) {
    desk.get().makeOffline(title(study), recordings(study));
  }

  @Override
  public void letGo(RecordId study) {
    desk.get().letGo(recordings(study));
  }

  @Override
  public boolean isPossible(RecordId study) {
    return desk.get().canBeMade(recordings(study));
  }

  @Override
  public boolean isWanted(RecordId study) {
    return desk.get().state(recordings(study)).isWanted();
  }

  @Override
  public String words(RecordId study) {
    return desk.get().state(recordings(study)).words();
  }

  private List<InterviewRow> rows(RecordId study) {
    return interviews.rows().stream()
        .filter(row -> row.interview().study().filter(study::equals).isPresent())
        .toList();
  }

  private List<Recording> recordings(RecordId study) {
    return rows(study).stream().flatMap(row -> row.sound().recordings().stream()).toList();
  }

  private String title(RecordId study) {
    return rows(study).stream()
        .map(InterviewRow::study)
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElseGet(() -> Texts.text("study.untitled"));
  }
}
