package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that may not leave, in the real window over the real clipboard. */
class HeldBackPicturesTest {
  @TempDir Path folder;
  private WholeWindow whole;
  private InterviewRow row;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    row = whole.fx(() -> whole.window().interviews().getFirst());
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private void answer(String quote) {
    RecordId who = row.interview().participant().orElseThrow();
    Desk.save(
        whole.window().client(),
        new Draft.Set(
            Consent.idOf(who, Optional.empty()),
            Consent.KIND.name(),
            Map.of("participant", Value.text(who.toString()), "quote", Value.text(quote))));
  }

  @Test
  void notesOfSomebodyWhoSaidNoStayInTheirInterviewAndThePersonIsTold() throws Exception {
    answer("refused");
    whole.fx(
        () -> {
          whole.window().shell().open(PlaceIds.LIBRARY, "session:" + row.interview().id());
          return true;
        });
    whole.await("the notes are here", () -> notes().isPresent());
    whole.settle();
    whole.fx(
        () -> {
          notes().orElseThrow().requestFocus();
          notes().orElseThrow().selectRange(0, 40);
          notes().orElseThrow().copy();
          return true;
        });
    whole.await("the person is told", () -> !whole.window().shell().toasts().isEmpty());
    assertThat(whole.fx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(Texts.text("quoting.instead"));
    whole.pictures("held-back");
    answer("granted");
    whole.fx(
        () -> {
          notes().orElseThrow().copy();
          return true;
        });
    whole.await(
        "other programs get the words",
        () ->
            notes()
                .orElseThrow()
                .getSelectedText()
                .equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aCopiedProfileTellsThePersonOnce() throws Exception {
    Ledger ledger = whole.window().client().ledger();
    DeviceId before = ledger.store().device().orElseThrow();
    ledger.becomeNewDevice(before);
    ledger.becomeNewDevice(before);
    whole.await("the person is told", () -> !whole.window().shell().toasts().isEmpty());
    assertThat(ledger.store().device()).isPresent().isNotEqualTo(Optional.of(before));
    assertThat(whole.fx(() -> whole.window().shell().toasts().size())).isOne();
    whole.pictures("copied");
  }

  @Test
  void anExportSaysInTheWindowWhatStayedBehind() throws Exception {
    whole.fx(
        () -> {
          String into = Texts.count("library.export.into", 12, "/home/ines/Throughline export");
          whole
              .window()
              .shell()
              .activity()
              .tell(
                  new Toast(
                      Toast.Kind.ATTENTION,
                      Texts.count("library.export.done", 240),
                      Texts.count("library.export.withheld", 3, into),
                      List.of()));
          return true;
        });
    whole.pictures("export-withheld");
  }

  private Optional<TextArea> notes() {
    return Optional.ofNullable((TextArea) whole.scene().lookup(".tl-notes .tl-typed"));
  }
}
