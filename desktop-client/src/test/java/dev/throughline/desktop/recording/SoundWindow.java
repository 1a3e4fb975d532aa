package dev.throughline.desktop.recording;

import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A window with a session of somebody who may be asked, ears and a voice. */
@SuppressWarnings("NullAway.Init") // Opened in each test.
abstract class SoundWindow {
  static final double SPEED = 8;

  @TempDir Path folder;
  final Ear ear = new Ear();
  WholeWindow whole;
  RecordId interview;

  void open(Inputs inputs) throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"), true, new Start.Sound(inputs, ear));
    interview = interviewOfSomebody();
    whole.fx(
        () -> {
          whole.window().openSession(interview);
          return true;
        });
    whole.await("the session is there", () -> !whole.shown("tl-session-head").isEmpty());
  }

  @AfterEach
  void close() {
    whole.close();
  }

  LocalStore store() {
    return whole.window().client().ledger().store();
  }

  RecordId interviewOfSomebody() {
    return store().newestIds(Interview.KIND.name()).stream()
        .filter(id -> participant(id).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Optional<RecordId> participant(RecordId of) {
    return store()
        .find(of)
        .map(RecordView::fields)
        .flatMap(fields -> new FieldMap(fields).reference("participant"));
  }

  void answer(ConsentAnswer answer) {
    whole.save(
        new Consents(store())
            .set(
                participant(interview).orElseThrow(),
                Optional.of(interview),
                Map.of(ConsentScope.RECORD.field(), Value.text(answer.wireName()))));
  }

  RecordingDesk desk() {
    return whole.window().sound().recording();
  }

  RecorderStatus status() {
    return desk().status().orElseThrow();
  }

  void begin() throws Exception {
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it records", () -> desk().liveProperty().get().isPresent());
  }

  void press(String styleClass) throws Exception {
    whole.use(whole.shown(styleClass).getFirst());
  }

  Recording ended() throws Exception {
    whole.fx(
        () -> {
          desk().stop();
          return true;
        });
    whole.await("it has ended", () -> desk().liveProperty().get().isEmpty());
    return new Recordings(whole.window().client().ledger()).of(interview).getFirst();
  }
}
