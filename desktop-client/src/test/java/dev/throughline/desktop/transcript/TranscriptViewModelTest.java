package dev.throughline.desktop.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.memo.SaveMark;
import dev.throughline.desktop.memo.SteppedTime;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptViewModelTest {
  private final SteppedTime time = new SteppedTime();
  @TempDir Path folder;
  private ClientWiring desk;
  private UndoLog undo;
  private TranscriptViewModel model;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("anna"));
    undo = new UndoLog(desk.ledger());
    model = new TranscriptViewModel(desk.transcripts(), undo, time.seams());
    desk.ledger().store().onChange(model::changed);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyTurnIsThereInOrder() throws IOException {
    model.show(List.of(imported(2_500)));
    assertThat(model.loadedProperty().get()).isTrue();
    assertThat(model.rows()).hasSize(2_500);
    assertThat(texts().getFirst()).isEqualTo("words 0");
    assertThat(texts().getLast()).isEqualTo("words 2499");
    assertThat(model.place(turn(7).id())).contains(7);
  }

  @Test
  void severalTranscriptsHaveHeadings() throws IOException {
    Transcript one = imported(2);
    Transcript two = imported(3);
    model.show(List.of(one, two));
    assertThat(model.rows()).hasSize(7);
    assertThat(model.rows().get(0)).isEqualTo(new TranscriptRow.Heading(one));
    assertThat(model.rows().get(3)).isEqualTo(new TranscriptRow.Heading(two));
  }

  @Test
  void editIsSavedWhileItIsTyped() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(1).id());
    edit().typed("words 1 and more");
    time.pass(TypedText.PAUSE);
    assertThat(stored(1)).isEqualTo("words 1 and more");
    assertThat(model.markProperty().get()).isInstanceOf(SaveMark.Saved.class);
    assertThat(texts().get(1)).isEqualTo("words 1 and more");
  }

  @Test
  void leavingATurnSavesItAsOneStep() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(1).id());
    edit().typed("a");
    time.pass(TypedText.PAUSE);
    edit().typed("ab");
    model.endEdit();
    assertThat(model.editProperty().get()).isEmpty();
    assertThat(stored(1)).isEqualTo("ab");
    assertThat(undo.undo()).isInstanceOf(UndoResult.Done.class);
    assertThat(texts().get(1)).isEqualTo("words 1");
    assertThat(undo.redo()).isInstanceOf(UndoResult.Done.class);
    assertThat(texts().get(1)).isEqualTo("ab");
  }

  @Test
  void escapeRestoresTheTurnAndLeavesNoStep() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(1).id());
    edit().typed("something else");
    time.pass(TypedText.PAUSE);
    model.restoreEdit();
    assertThat(stored(1)).isEqualTo("words 1");
    assertThat(undo.undo()).isEqualTo(new UndoResult.Nothing());
  }

  @Test
  void escapeKeepsWhatOthersWroteMeanwhile() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(1).id());
    edit().typed("words 1 mine");
    desk.transcripts().edit(turn(1).id(), "words 1", "their words 1");
    assertThat(edit().text()).isEqualTo("their words 1 mine");
    model.restoreEdit();
    assertThat(stored(1)).isEqualTo("their words 1");
  }

  @Test
  void anotherTurnTakesTheCaretAndTheFirstIsSaved() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(0).id());
    edit().typed("first");
    model.beginEdit(turn(2).id());
    assertThat(edit().segment()).isEqualTo(turn(2).id());
    assertThat(stored(0)).isEqualTo("first");
  }

  @Test
  void slowSaveKeepsShowingWhatWasTyped() throws IOException {
    model.show(List.of(imported(3)));
    model.beginEdit(turn(1).id());
    edit().typed("typed");
    time.hold();
    model.endEdit();
    assertThat(model.text(turn(1))).isEqualTo("typed");
    assertThat(model.markProperty().get()).isEqualTo(new SaveMark.Saving());
    time.release();
    assertThat(stored(1)).isEqualTo("typed");
    assertThat(model.text(turn(1))).isEqualTo("typed");
  }

  @Test
  void changesOfOthersShowInTheRow() throws IOException {
    model.show(List.of(imported(3)));
    desk.transcripts().edit(turn(2).id(), "words 2", "theirs");
    assertThat(texts()).containsExactly("words 0", "words 1", "theirs");
  }

  private Transcript imported(int turns) throws IOException {
    Path file = folder.resolve("talk" + turns + ".json");
    Files.writeString(
        file,
        IntStream.range(0, turns)
            .mapToObj(i -> "{\"speaker\":\"P-07\",\"content\":\"words " + i + "\"}")
            .collect(Collectors.joining(",", "[", "]")));
    ImportResult result =
        desk.transcripts()
            .importFile(file, Optional.empty(), LocalDate.of(2026, 11, 23), ReadProgress.NONE);
    RecordId id = ((ImportResult.Imported) result).transcript();
    return Transcript.from(id, desk.ledger().store().find(id).orElseThrow().fields());
  }

  private SegmentEdit edit() {
    return model.editProperty().get().orElseThrow();
  }

  private Segment turn(int at) {
    return ((TranscriptRow.Turn) model.rows().get(at)).segment();
  }

  private List<String> texts() {
    return model.rows().stream().map(row -> ((TranscriptRow.Turn) row).segment().text()).toList();
  }

  private String stored(int at) {
    return desk.transcripts().find(List.of(turn(at).id())).getFirst().text();
  }
}
