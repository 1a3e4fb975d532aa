package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;

/** A comment that mentions or answers whoever looks at it. UI thread only. */
final class MentionViewModel {
  private final InboxParts parts;
  private final MentionCase what;
  private final List<MentionCase> others;
  private final BooleanProperty withOthers;

  /**
   * @param others what else waits about the same record
   * @param withOthers whether those are settled along with it
   */
  MentionViewModel(
      InboxParts parts, MentionCase what, List<MentionCase> others, BooleanProperty withOthers) {
    this.parts = parts;
    this.what = what;
    this.others = List.copyOf(others);
    this.withOthers = withOthers;
  }

  MentionCase what() {
    return what;
  }

  int others() {
    return others.size();
  }

  /** Whether the others on the same page are settled along with it. */
  BooleanProperty withOthersProperty() {
    return withOthers;
  }

  String at(long millis) {
    return parts.around().time().at(millis);
  }

  /** Shows the comment where it was said. */
  void open() {
    parts.exits().open().accept(what.comment());
  }

  /** One need not be told of it any more, nor of the others if so chosen; undo takes it back. */
  void settle() {
    List<MentionCase> all = new ArrayList<>(List.of(what));
    if (withOthers.get()) {
      all.addAll(others);
    }
    run(
        Texts.count("inbox.mention.step", all.size()),
        all,
        true,
        Texts.count("inbox.mention.settled", all.size()));
  }

  /** Puts it back among what is open. */
  void reopen() {
    run(
        Texts.text("inbox.mention.step.reopen"),
        List.of(what),
        false,
        Texts.text("inbox.mention.reopened"));
  }

  private void run(String label, List<MentionCase> all, boolean isSettled, String done) {
    parts
        .around()
        .background()
        .run(
            () -> {
              SaveResult result;
              long step;
              synchronized (parts.log()) {
                Comments comments = new Comments(parts.ledger().store());
                List<Draft> drafts =
                    all.stream()
                        .flatMap(one -> comments.settle(one.comment(), isSettled).stream())
                        .toList();
                if (drafts.isEmpty()) {
                  return;
                }
                result = parts.log().run(label, drafts);
                step = parts.log().lastStep();
              }
              parts.around().ui().run(() -> tell(result, step, done));
            });
  }

  private void tell(SaveResult result, long step, String done) {
    parts
        .around()
        .toasts()
        .accept(
            switch (result) {
              case SaveResult.Saved _ ->
                  Toast.undoable(
                      done,
                      what.name(),
                      new Toast.Action(
                          Texts.text("interviews.undo"),
                          () -> parts.undo().takeBack(List.of(step))));
              case SaveResult.NotSaved(String code, String sentence) ->
                  Toast.failed(
                      Texts.text("inbox.notSettled"),
                      Texts.text("interviews.withCode", sentence, code));
            });
  }
}
