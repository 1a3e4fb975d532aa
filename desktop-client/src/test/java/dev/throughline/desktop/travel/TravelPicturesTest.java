package dev.throughline.desktop.travel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.Dropped;
import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.model.recording.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings in the Sync place, moving, waiting and refused: readable, named and whole. */
@SuppressWarnings("NullAway.Init") // Made in the test, once there is something to show.
class TravelPicturesTest extends TravelDesk {
  private static final Path PICTURES = Path.of("target", "pictures");

  private TravelViewModel model;

  @AfterEach
  void plainTexts() {
    Texts.lengthen(0);
  }

  @Test
  void whatMovesWaitsAndStaysIsReadable() throws Exception {
    Recording safe = onServer(spoken(2));
    blobs.disconnect();
    Recording checked = spoken(3);
    Begun large = begin(FORM);
    large.say(sound(PART + 500_000));
    end(large);
    server.verifies = false;
    server.weather = call -> call.equals("put 1") ? Fate.CUT_BEFORE : Fate.WELL;
    blobs.connect(server);
    model = new TravelViewModel(blobs, desk.ledger().store(), settings, this::ask, around);
    await(() -> !record(checked.id()).original().isEmpty());
    await(() -> moving(large) > 0);
    server.weather = call -> call.startsWith("open") ? Fate.WELL : Fate.CUT_BEFORE;
    model.setShowing(true);
    model.free();
    questions.getLast().yes().run().run();
    await(() -> !model.refusals().isEmpty());
    assertThat(blobs.shelf().isHere(safe)).isTrue();
    await(() -> model.rows().size() > 2);
    List<String> findings = new ArrayList<>();
    findings.addAll(picture("travel", ThemeChoice.LIGHT, 100, 1280));
    findings.addAll(picture("travel", ThemeChoice.DARK, 100, 1280));
    findings.addAll(picture("travel-200", ThemeChoice.LIGHT, 200, 1280));
    findings.addAll(picture("travel-small", ThemeChoice.LIGHT, 100, 700));
    Texts.lengthen(0.4);
    findings.addAll(picture("travel-long", ThemeChoice.LIGHT, 100, 1000));
    assertThat(findings).isEmpty();
  }

  private long moving(Begun large) {
    return blobs.traffic().list().stream()
        .filter(one -> one.recording().equals(large.id()))
        .mapToLong(one -> one.there())
        .max()
        .orElse(0);
  }

  private List<String> picture(String name, ThemeChoice theme, int scale, int width)
      throws Exception {
    return FxThread.call(
        () -> {
          Sheet sheet = new Sheet();
          sheet
              .body("Recordings", new TravelSection(model))
              .side("This computer", new RoomPanel(model));
          StackPane place = new StackPane(sheet);
          place.getStyleClass().add("tl-outbox");
          var scene = Snapshot.scene(place, new Theme(theme, scale), width, 800);
          String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
          Snapshot.write(scene, PICTURES.resolve(file));
          return ContrastWalk.findings(scene);
        });
  }

  @Test
  void whatIsAskedBeforeRecordingsGoOrComeIsReadable() throws Exception {
    Recording recording = onServer(spoken(2));
    model = new TravelViewModel(blobs, desk.ledger().store(), settings, this::ask, around);
    model.setShowing(true);
    model.free();
    List<String> findings = new ArrayList<>(asked("travel-free", questions.getLast()));
    await(() -> blobs.drop(recording) instanceof Dropped.Gone);
    try (OfflineDesk offline = new OfflineDesk(blobs, desk.recordings()::of, this::ask, around)) {
      offline.show(record(recording.id()).interview());
      await(() -> offline.stateProperty().get().kind() == OfflineState.Kind.POSSIBLE);
      offline.makeOffline();
      await(() -> questions.size() > 1);
      findings.addAll(asked("travel-offline", questions.getLast()));
    }
    assertThat(findings).isEmpty();
  }

  private static List<String> asked(String name, Question question) throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      findings.addAll(
          FxThread.call(
              () -> {
                List<Place> places =
                    List.of(
                        place("home", Icon.HOME, Place.End.TOP),
                        place("sync", Icon.SYNC, Place.End.BOTTOM));
                ShellViewModel shell = new ShellViewModel(places);
                MainWindow window = new MainWindow(shell, "sync", "sync");
                shell.questionProperty().set(Optional.of(question));
                Scene scene = Snapshot.scene(window, new Theme(theme, 100), 1280, 800);
                String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
                Snapshot.write(scene, PICTURES.resolve(file));
                // What lies behind it is dimmed on purpose.
                return ContrastWalk.findings(scene, scene.lookup(".tl-question"));
              }));
    }
    return findings;
  }

  private static Place place(String id, Icon icon, Place.End end) {
    return new Place(id, id, icon, end, Place.RailFold.NEVER, StackPane::new);
  }
}
