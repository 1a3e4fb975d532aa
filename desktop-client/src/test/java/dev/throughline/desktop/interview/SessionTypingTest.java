package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.transcript.TranscriptRow;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, caret and focus of the real page in a real window. */
class SessionTypingTest {
  @TempDir Path folder;
  private SessionDesk desk;
  private RecordId interview;

  /** The page in its window. */
  private record Shown(SessionPage page, SessionViewModel model, Scene scene) {
    TypedAreaView notes() {
      return (TypedAreaView) page.lookup(".tl-notes .tl-typed");
    }

    ListView<?> turns() {
      return (ListView<?>) page.lookup(".tl-turns");
    }

    void press(KeyCode code, Modifier... modifiers) {
      var held = java.util.Set.of(modifiers);
      Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
      Event.fireEvent(
          target,
          new KeyEvent(
              KeyEvent.KEY_PRESSED,
              "",
              "",
              code,
              held.contains(Modifier.SHIFT),
              held.contains(Modifier.CONTROL),
              held.contains(Modifier.ALT),
              false));
      scene.getRoot().layout();
    }
  }

  private enum Modifier {
    SHIFT,
    CONTROL,
    ALT
  }

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

  @Test
  void newInterviewTakesTheCaretAtOnceAndSaves() throws Exception {
    interview = desk.newInterview("");
    inWindow(
        shown -> {
          shown.page().typeNow();
          assertThat(shown.scene().getFocusOwner()).isSameAs(shown.notes());
          shown.notes().appendText("first words");
          desk.time.pass(TypedText.PAUSE);
          assertThat(stored(shown)).isEqualTo("first words");
          assertThat(shown.model().markProperty().get()).isInstanceOf(SaveMark.Saved.class);
        });
  }

  @Test
  void leavingTheNotesSavesThem() throws Exception {
    inWindow(
        shown -> {
          shown.page().typeNow();
          shown.notes().appendText("\nmore");
          shown.turns().requestFocus();
          assertThat(stored(shown)).endsWith("\nmore");
        });
  }

  @Test
  void caretAndSelectionStayWithTheirWordsWhenOthersWrite() throws Exception {
    inWindow(
        shown -> {
          TypedAreaView notes = shown.notes();
          String before = notes.getText();
          int word = before.indexOf("Relief");
          notes.selectRange(word, word + "Relief".length());
          write(shown, before, "Somebody else was here.\n" + before + "\nAnd here.");
          assertThat(notes.getText()).startsWith("Somebody").endsWith("here.");
          assertThat(notes.getSelectedText()).isEqualTo("Relief");
          notes.undo();
          assertThat(notes.getText()).isEqualTo(before);
        });
  }

  @Test
  void textTheControlCannotShowIsNoEdit() throws Exception {
    inWindow(
        shown -> {
          String before = shown.notes().getText();
          write(shown, before, before + "\r\n\u0007bell");
          assertThat(shown.notes().getText()).isEqualTo(before + "\nbell");
          shown.page().typeNow();
          shown.turns().requestFocus();
          desk.time.pass(TypedText.UNSAVED_MAX);
          assertThat(stored(shown)).isEqualTo(before + "\r\n\u0007bell");
          shown.notes().appendText("!");
          desk.time.pass(TypedText.UNSAVED_MAX);
          assertThat(stored(shown)).isEqualTo(before + "\r\n\u0007bell!");
        });
  }

  @Test
  void turnIsEditedInPlaceAndSavedByKey() throws Exception {
    inWindow(
        shown -> {
          selectTurn(shown, 1);
          shown.press(KeyCode.ENTER);
          TypedAreaView editor = editor(shown);
          assertThat(shown.scene().getFocusOwner()).isSameAs(editor);
          editor.appendText(" Really.");
          shown.press(KeyCode.ENTER, Modifier.CONTROL);
          assertThat(shown.model().transcript().editProperty().get()).isEmpty();
          assertThat(turn(shown, 1)).endsWith(" Really.");
          assertThat(shown.scene().getFocusOwner()).isSameAs(shown.turns());
          shown.model().edits().undo();
          assertThat(turn(shown, 1)).doesNotEndWith(" Really.");
          shown.model().edits().redo();
          assertThat(turn(shown, 1)).endsWith(" Really.");
        });
  }

  @Test
  void escapeLeavesATurnAsItWas() throws Exception {
    inWindow(
        shown -> {
          String before = turn(shown, 1);
          selectTurn(shown, 1);
          shown.press(KeyCode.ENTER);
          editor(shown).setText("gone");
          desk.time.pass(TypedText.UNSAVED_MAX);
          shown.press(KeyCode.ESCAPE);
          assertThat(turn(shown, 1)).isEqualTo(before);
          assertThat(shown.scene().getFocusOwner()).isSameAs(shown.turns());
        });
  }

  @Test
  void leavingATurnSavesIt() throws Exception {
    inWindow(
        shown -> {
          selectTurn(shown, 1);
          shown.press(KeyCode.ENTER);
          editor(shown).appendText(" So.");
          shown.notes().requestFocus();
          assertThat(turn(shown, 1)).endsWith(" So.");
          assertThat(shown.model().transcript().editProperty().get()).isEmpty();
        });
  }

  @Test
  void undoInsideATextIsTheTextsOwn() throws Exception {
    inWindow(
        shown -> {
          shown.model().edits().rename(title(shown), "Another title");
          shown.page().typeNow();
          String before = shown.notes().getText();
          shown.notes().appendText("x");
          shown.press(KeyCode.Z, Modifier.CONTROL);
          assertThat(shown.notes().getText()).isEqualTo(before);
          assertThat(title(shown)).isEqualTo("Another title");
          shown.turns().requestFocus();
          shown.model().edits().undo();
          assertThat(title(shown)).isNotEqualTo("Another title");
        });
  }

  @Test
  void findGoesBackAndForthAndGivesFocusBack() throws Exception {
    inWindow(
        shown -> {
          shown.page().typeNow();
          shown.page().find();
          TextField words = (TextField) shown.page().lookup(".tl-find .text-field");
          assertThat(shown.scene().getFocusOwner()).isSameAs(words);
          words.setText("THE");
          desk.time.pass(FindViewModel.PAUSE);
          FindViewModel find = shown.model().writingProperty().get().orElseThrow().find();
          assertThat(find.countProperty().get()).isGreaterThan(5);
          shown.press(KeyCode.ENTER);
          assertThat(find.atProperty().get()).isEqualTo(1);
          shown.page().findOn(true);
          assertThat(find.atProperty().get()).isEqualTo(2);
          shown.press(KeyCode.ENTER, Modifier.SHIFT);
          shown.page().findOn(false);
          assertThat(find.atProperty().get()).isZero();
          shown.press(KeyCode.ESCAPE);
          assertThat(find.openProperty().get()).isFalse();
          assertThat(shown.scene().getFocusOwner()).isSameAs(shown.notes());
        });
  }

  @Test
  void titleIsEditedInPlace() throws Exception {
    inWindow(
        shown -> {
          InPlaceFieldView field = (InPlaceFieldView) shown.page().lookup(".tl-in-place.title");
          String before = field.getText();
          field.requestFocus();
          field.setText("P-01,\nanother\ttitle");
          assertThat(field.getText()).isEqualTo("P-01, another title");
          shown.press(KeyCode.ESCAPE);
          assertThat(field.getText()).isEqualTo(before);
          field.setText("P-01, another title");
          shown.press(KeyCode.ENTER);
          assertThat(title(shown)).isEqualTo("P-01, another title");
          shown.press(KeyCode.TAB);
          assertThat(shown.scene().getFocusOwner()).isNotSameAs(field);
        });
  }

  private void inWindow(Consumer<Shown> story) throws Exception {
    FxThread.call(
        () -> {
          SessionViewModel model = desk.page(interview);
          var page = new SessionPage(model);
          var scene = new Scene(page, 900, 700);
          new Theme(ThemeChoice.LIGHT, 100).dress(scene);
          var stage = new Stage();
          stage.setScene(scene);
          stage.show();
          try {
            page.applyCss();
            page.layout();
            story.accept(new Shown(page, model, scene));
          } finally {
            stage.close();
          }
          return null;
        });
  }

  private void write(Shown shown, String before, String after) {
    RecordId memo = session(shown).memo();
    desk.client.memos().write(interview, memo, before, after);
    shown.scene().getRoot().layout();
  }

  private String stored(Shown shown) {
    return desk.client.memos().read(session(shown).memo());
  }

  private static Session session(Shown shown) {
    return shown.model().sessionProperty().get().orElseThrow();
  }

  private static String title(Shown shown) {
    return session(shown).interview().title();
  }

  private static String turn(Shown shown, int at) {
    return ((TranscriptRow.Turn) shown.model().transcript().rows().get(at)).segment().text();
  }

  private static void selectTurn(Shown shown, int at) {
    shown.turns().requestFocus();
    shown.turns().getSelectionModel().clearAndSelect(at);
    shown.turns().getFocusModel().focus(at);
  }

  private static TypedAreaView editor(Shown shown) {
    shown.scene().getRoot().applyCss();
    shown.scene().getRoot().layout();
    return (TypedAreaView) shown.page().lookup(".editor");
  }
}
