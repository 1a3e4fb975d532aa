package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Versions that were kept beside the shown one, and what can be done with them. */
final class KeptViewModel {
  private final Outbox outbox;
  private final Surroundings around;
  private final ObservableList<KeptVersion> versions = FXCollections.observableArrayList();

  KeptViewModel(Outbox outbox, Surroundings around) {
    this.outbox = outbox;
    this.around = around;
  }

  /** The latest first, without those somebody settled. */
  ObservableList<KeptVersion> versions() {
    return versions;
  }

  ShownTime time() {
    return around.time();
  }

  void show(List<KeptVersion> next) {
    Rows.replace(versions, next, KeptVersion::conflict);
  }

  /** Marks a version as seen to; it can be taken back, and stays in the history either way. */
  void settle(KeptVersion version) {
    around
        .background()
        .run(
            () -> {
              Toast toast = told(version, outbox.settle(version.conflict()));
              around.ui().run(() -> around.toasts().accept(toast));
            });
  }

  private Toast told(KeptVersion version, SaveResult result) {
    return switch (result) {
      case SaveResult.Saved _ ->
          Toast.undoable(
              Texts.text("outbox.settled", version.field()),
              version.where(),
              new Toast.Action(Texts.text("outbox.settled.undo"), () -> reopen(version)));
      case SaveResult.NotSaved(String code, String words) ->
          Toast.failed(
              Texts.text("outbox.settled.not"), Texts.text("outbox.detail.coded", words, code));
    };
  }

  private void reopen(KeptVersion version) {
    around.background().run(() -> outbox.reopen(version.conflict()));
  }

  /** Says that a kept text is on the clipboard now. */
  void copied(KeptVersion version) {
    around
        .toasts()
        .accept(Toast.done(Texts.text("outbox.copied", version.field()), version.where()));
  }
}
