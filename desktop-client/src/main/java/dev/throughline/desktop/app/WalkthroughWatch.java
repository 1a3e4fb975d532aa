package dev.throughline.desktop.app;

import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.SessionViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.desktop.walkthrough.Walkthrough;
import dev.throughline.desktop.walkthrough.WalkthroughStep;
import dev.throughline.model.id.RecordId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells the walkthrough what a person really did, as the window's own view models see it. */
final class WalkthroughWatch {
  private final Walkthrough walkthrough;
  private final InterviewList list;
  private Set<RecordId> ownBefore = Set.of();

  WalkthroughWatch(Walkthrough walkthrough, InterviewList list) {
    this.walkthrough = walkthrough;
    this.list = list;
  }

  void follow(LibraryPages library, Consumer<Toast> toasts) {
    library.onSession(this::opened);
    walkthrough.stepProperty().subscribe(step -> ownBefore = own());
    list.onChange(this::listChanged);
    walkthrough.onFinished(
        () ->
            toasts.accept(
                Toast.done(
                    Texts.text("walkthrough.finished"),
                    Texts.text("walkthrough.finished.detail"))));
  }

  private void opened(SessionViewModel session) {
    session.onNotesSaved(() -> walkthrough.happened(WalkthroughStep.WRITE_NOTE));
    session.onTurnFound(() -> walkthrough.happened(WalkthroughStep.FIND_SENTENCE));
    walkthrough.happened(WalkthroughStep.OPEN_INTERVIEW);
  }

  private void listChanged() {
    if (!ownBefore.containsAll(own())) {
      walkthrough.happened(WalkthroughStep.OWN_INTERVIEW);
    }
  }

  /** Interviews that are not of the sample, planned here or imported. */
  private Set<RecordId> own() {
    return list.rows().stream()
        .filter(row -> !row.isSample())
        .map(InterviewRow::interview)
        .map(interview -> interview.id())
        .collect(Collectors.toSet());
  }
}
