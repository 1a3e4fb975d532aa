package dev.throughline.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoLogTest {
  @TempDir Path folder;

  private ClientWiring desk;
  private UndoLog log;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("anna"));
    log = new UndoLog(desk.ledger());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void nothingToTakeBackAtFirst() {
    assertThat(log.undo()).isEqualTo(new UndoResult.Nothing());
    assertThat(log.redo()).isEqualTo(new UndoResult.Nothing());
  }

  @Test
  void renameIsTakenBackAndDoneAgain() {
    RecordId study = study("Tariffs");
    rename(study, "Switching");
    assertThat(log.undoLabel()).contains("Rename");
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("Rename"));
    assertThat(title(study)).isEqualTo("Tariffs");
    assertThat(log.redo()).isEqualTo(new UndoResult.Done("Rename"));
    assertThat(title(study)).isEqualTo("Switching");
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("Rename"));
    assertThat(title(study)).isEqualTo("Tariffs");
  }

  @Test
  void fieldThatSomebodyChangedSinceIsLeftAlone() {
    RecordId study = study("Tariffs");
    rename(study, "Switching");
    Desk.save(desk, set(study, "Theirs"));
    assertThat(changedSince(log.undo())).isEqualTo("Rename");
    assertThat(title(study)).isEqualTo("Theirs");
    assertThat(log.undo()).isEqualTo(new UndoResult.Nothing());
  }

  @Test
  void untouchedFieldsOfAStepStillGoBack() {
    RecordId study = study("Tariffs");
    log.run(
        "Edit",
        List.of(
            new Draft.Set(
                study, "study", Map.of("title", text("New"), "question", text("Why now?")))));
    Desk.save(desk, set(study, "Theirs"));
    assertThat(changedSince(log.undo())).isEqualTo("Edit");
    assertThat(title(study)).isEqualTo("Theirs");
    assertThat(field(study, "question")).isEqualTo(Value.text(""));
  }

  @Test
  void fieldThatWasNeverSetIsClearedAgain() {
    RecordId interview = interview();
    log.run("Place", List.of(new Draft.Set(interview, "interview", Map.of("place", text("Lab")))));
    log.undo();
    assertThat(field(interview, "place")).isEqualTo(Value.NOTHING);
    log.redo();
    assertThat(field(interview, "place")).isEqualTo(text("Lab"));
  }

  @Test
  void textGoesBackWhileOthersWriteElsewhere() {
    RecordId memo = Desk.newMemo(desk, "one two three");
    log.run("Edit", List.of(new Draft.Text(memo, "memo", "notes", "one two three", "one 2 three")));
    Desk.type(desk, memo, "one 2 three", "one 2 three four");
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("Edit"));
    assertThat(Desk.notes(desk, memo)).isEqualTo("one two three four");
    assertThat(log.redo()).isEqualTo(new UndoResult.Done("Edit"));
    assertThat(Desk.notes(desk, memo)).isEqualTo("one 2 three four");
  }

  @Test
  void passageThatSomebodyRewroteStays() {
    RecordId memo = Desk.newMemo(desk, "the old price");
    log.run(
        "Edit", List.of(new Draft.Text(memo, "memo", "notes", "the old price", "the new price")));
    Desk.type(desk, memo, "the new price", "the fair price");
    assertThat(changedSince(log.undo())).isEqualTo("Edit");
    assertThat(Desk.notes(desk, memo)).isEqualTo("the fair price");
  }

  @Test
  void editSavedWhileTypingIsOneStep() {
    RecordId memo = Desk.newMemo(desk, "start");
    Desk.type(desk, memo, "start", "start a");
    Desk.type(desk, memo, "start a", "start ab");
    log.remember("Edit", new Draft.Text(memo, "memo", "notes", "start", "start ab"));
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("Edit"));
    assertThat(Desk.notes(desk, memo)).isEqualTo("start");
    assertThat(log.undo()).isEqualTo(new UndoResult.Nothing());
  }

  @Test
  void newRecordGoesToTheTrashAndComesBack() {
    RecordId study = desk.ledger().newRecord();
    log.run("New study", List.of(set(study, "Tariffs")));
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("New study"));
    assertThat(isTrashed(study)).isTrue();
    assertThat(log.redo()).isEqualTo(new UndoResult.Done("New study"));
    assertThat(isTrashed(study)).isFalse();
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("New study"));
    assertThat(isTrashed(study)).isTrue();
  }

  @Test
  void newRecordThatWasFilledSinceStaysWithAllThatCameWithIt() {
    RecordId interview = desk.ledger().newRecord();
    RecordId memo = desk.ledger().newRecord();
    log.run(
        "New interview",
        List.of(
            new Draft.Set(interview, "interview", Map.of("title", text("P-07"))),
            new Draft.Set(memo, "memo", Map.of("notes", text("")))));
    Desk.type(desk, memo, "", "typed");
    assertThat(changedSince(log.undo())).isEqualTo("New interview");
    assertThat(isTrashed(interview)).isFalse();
    assertThat(isTrashed(memo)).isFalse();
  }

  @Test
  void trashedRecordIsRestored() {
    RecordId study = study("Tariffs");
    log.run("Delete", List.of(new Draft.Move(study, "study", Action.TRASH)));
    assertThat(log.undo()).isEqualTo(new UndoResult.Done("Delete"));
    assertThat(isTrashed(study)).isFalse();
    assertThat(log.redo()).isEqualTo(new UndoResult.Done("Delete"));
    assertThat(isTrashed(study)).isTrue();
  }

  @Test
  void newStepForgetsWhatWasTakenBack() {
    RecordId study = study("Tariffs");
    rename(study, "One");
    log.undo();
    rename(study, "Two");
    assertThat(log.redo()).isEqualTo(new UndoResult.Nothing());
    assertThat(title(study)).isEqualTo("Two");
  }

  @Test
  void stepThatChangesNothingIsNotRemembered() {
    RecordId study = study("Tariffs");
    rename(study, "Tariffs");
    assertThat(log.undoLabel()).isEmpty();
  }

  @Test
  void refusedStepIsNotRemembered() {
    RecordId study = study("Tariffs");
    SaveResult result = log.run("Rename", List.of(set(study, "x".repeat(301))));
    assertThat(result).isInstanceOf(SaveResult.NotSaved.class);
    assertThat(log.undoLabel()).isEmpty();
  }

  @Test
  void oldestStepsGoFirst() {
    RecordId study = study("0");
    for (int i = 1; i <= UndoLog.STEPS_MAX + 3; i++) {
      rename(study, String.valueOf(i));
    }
    int taken = 0;
    while (log.undo() instanceof UndoResult.Done) {
      taken++;
    }
    assertThat(taken).isEqualTo(UndoLog.STEPS_MAX);
    assertThat(title(study)).isEqualTo("3");
  }

  private RecordId study(String title) {
    RecordId id = desk.ledger().newRecord();
    Desk.save(desk, new Draft.Set(id, "study", Map.of("title", text(title), "question", text(""))));
    return id;
  }

  private RecordId interview() {
    RecordId id = desk.ledger().newRecord();
    Desk.save(desk, new Draft.Set(id, "interview", Map.of("title", text("P-07"))));
    return id;
  }

  private void rename(RecordId study, String title) {
    log.run("Rename", List.of(set(study, title)));
  }

  private static Draft set(RecordId study, String title) {
    return new Draft.Set(study, "study", Map.of("title", text(title)));
  }

  private static Value text(String text) {
    return Value.text(text);
  }

  private String title(RecordId study) {
    return field(study, "title") instanceof Value.Text(String title) ? title : "";
  }

  private Value field(RecordId record, String name) {
    return desk.ledger()
        .store()
        .find(record)
        .orElseThrow()
        .fields()
        .getOrDefault(name, Value.NOTHING);
  }

  private boolean isTrashed(RecordId record) {
    return desk.ledger().store().find(record).orElseThrow().trashed();
  }

  @Test
  void stepsOutliveARestart() {
    RecordId study = study("Tariffs");
    rename(study, "Switching");
    rename(study, "Moving");
    log.undo();
    desk.close();
    desk = Desk.open(folder.resolve("anna"));
    log = new UndoLog(desk.ledger());
    log.load();
    assertThat(log.redoLabel()).contains("Rename");
    assertThat(log.redo()).isEqualTo(new UndoResult.Done("Rename"));
    assertThat(title(study)).isEqualTo("Moving");
    log.undo();
    log.undo();
    assertThat(title(study)).isEqualTo("Tariffs");
  }

  @Test
  void whatWasChangedSinceIsNamedWithAllThreeValues() {
    RecordId study = study("Tariffs");
    rename(study, "Switching");
    Desk.save(desk, set(study, "Theirs"));
    UndoResult.ChangedSince changed = (UndoResult.ChangedSince) log.undo();
    assertThat(changed.differences())
        .containsExactly(
            new Difference(
                study, "study", "title", text("Tariffs"), text("Switching"), text("Theirs")));
  }

  @Test
  void certainStepIsTakenBackWhateverCameAfter() {
    RecordId one = study("One");
    RecordId other = study("Other");
    rename(one, "First");
    long step = log.lastStep();
    rename(other, "Second");
    assertThat(log.takeBack(step)).isEqualTo(new UndoResult.Done("Rename"));
    assertThat(title(one)).isEqualTo("One");
    assertThat(title(other)).isEqualTo("Second");
    assertThat(log.takeBack(step)).isEqualTo(new UndoResult.Nothing());
  }

  private static String changedSince(UndoResult result) {
    return ((UndoResult.ChangedSince) result).label();
  }

  @Test
  void whatWasMadeAndFilledSinceIsComparedFieldByField() {
    RecordId memo = desk.ledger().newRecord();
    log.run(
        "New page",
        List.of(new Draft.Set(memo, Memo.KIND.name(), Map.of("notes", Value.text("")))));
    Desk.type(desk, memo, "", "typed since");

    assertThat(log.undo())
        .isInstanceOfSatisfying(
            UndoResult.ChangedSince.class,
            changed ->
                assertThat(changed.differences())
                    .containsExactly(
                        new Difference(
                            memo,
                            Memo.KIND.name(),
                            "notes",
                            Value.text(""),
                            Value.text(""),
                            Value.text("typed since"))));
  }
}
