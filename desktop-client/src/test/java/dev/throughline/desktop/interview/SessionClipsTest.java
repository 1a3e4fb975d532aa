package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.transcript.TranscriptView;
import dev.throughline.desktop.ui.CopyGate;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves a real page when people copy, cut and paste on it. */
class SessionClipsTest {
  @TempDir Path folder;
  private SessionDesk desk;
  private RecordId interview;

  @BeforeEach
  void open() {
    desk = new SessionDesk(Desk.open(folder.resolve("anna")));
    desk.client.samples().open();
    interview = desk.client.samples().interviews().getLast();
  }

  @AfterEach
  void close() {
    desk.client.close();
  }

  private void answer(String quote) {
    RecordId who =
        desk.client.interviews().open(interview).orElseThrow().participant().orElseThrow().id();
    Desk.save(
        desk.client,
        new Consents(desk.client.ledger().store())
            .set(who, Optional.empty(), Map.of("quote", Value.text(quote))));
  }

  private SessionPage page() {
    SessionPage page = new SessionPage(desk.page(interview));
    Snapshot.scene(page, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
    page.applyCss();
    page.layout();
    return page;
  }

  @Test
  void notesOfWhomSaidNoAreMovedButNotTakenAway() throws Exception {
    answer("refused");
    FxThread.call(
        () -> {
          SessionPage page = page();
          TypedAreaView notes = (TypedAreaView) page.lookup(".tl-notes .tl-typed");
          String before = notes.getText();
          notes.selectRange(0, 12);
          notes.cut();
          assertThat(notes.getText()).isEqualTo(before.substring(12));
          assertThat(desk.clipboard.words()).contains(Texts.text("quoting.instead"));
          assertThat(desk.toasts.getLast().title()).isEqualTo("Copied for this interview only");
          notes.positionCaret(0);
          notes.paste();
          assertThat(notes.getText()).isEqualTo(before);
          desk.toasts.getLast().actions().getFirst().run().run();
          assertThat(page.detailsShownProperty().get()).isTrue();
          return true;
        });
  }

  @Test
  void turnsAreCopiedOnceQuotingIsAgreed() throws Exception {
    answer("unasked");
    assertThat(copiedTurn()).contains(Texts.text("quoting.instead"));
    answer("granted");
    assertThat(copiedTurn())
        .hasValueSatisfying(words -> assertThat(words).contains("Interviewer: "));
  }

  @Test
  void keptWordsOfATurnAreWhatAPersonSaid() throws Exception {
    answer("unasked");
    assertThat(copiedKept("segment")).contains(Texts.text("quoting.instead"));
    assertThat(copiedKept("memo")).contains("Too dear, she said.");
    answer("granted");
    assertThat(copiedKept("segment")).contains("Too dear, she said.");
  }

  private Optional<String> copiedKept(String kind) throws Exception {
    Conflict conflict =
        new Conflict(
            interview,
            Optional.of(interview),
            kind,
            "text",
            Value.text("Too dear."),
            new Conflict.Side(Value.text("Too dear!"), "Ines K.", "one", 0),
            new Conflict.Side(Value.text("Too dear, she said."), "Jonas W.", "two", 0),
            "later-shown");
    return FxThread.call(
        () -> {
          SessionViewModel model = desk.page(interview);
          KeptWords words = KeptWords.of(conflict, Map.of(), desk.time.withZone(ZoneOffset.UTC));
          VBox part =
              CopyGate.on(
                  new VBox(
                      KeptView.sections(
                          List.of(words), model.aside().clips(Wording.SPOKEN, () -> {}))),
                  model.aside().clips(Wording.NOTED, () -> {}));
          ((Button) part.lookup(".tl-kept .button")).fire();
          model.close();
          return desk.clipboard.words();
        });
  }

  private Optional<String> copiedTurn() throws Exception {
    return FxThread.call(
        () -> {
          SessionPage page = page();
          ListView<?> turns =
              (ListView<?>) ((TranscriptView) page.lookup(".tl-transcript")).lookup(".tl-turns");
          turns.getSelectionModel().select(0);
          Event.fireEvent(
              turns,
              new KeyEvent(KeyEvent.KEY_PRESSED, "c", "c", KeyCode.C, false, true, false, false));
          return desk.clipboard.words();
        });
  }
}
