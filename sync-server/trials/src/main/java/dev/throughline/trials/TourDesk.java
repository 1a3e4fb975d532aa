package dev.throughline.trials;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.app.DesktopWindow;
import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** One person's desktop in a real window, as tour and torture see it. */
final class TourDesk implements AutoCloseable {
  private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

  private final DesktopWindow window;
  private final Stage stage;

  private final TourSound sound;

  private TourDesk(DesktopWindow window, Stage stage, TourSound sound) {
    this.window = window;
    this.stage = stage;
    this.sound = sound;
  }

  static TourDesk open(Path profile, String name) {
    return open(profile, name, new TourSound());
  }

  static TourDesk open(Path profile, String name, TourSound sound) {
    ClientWiring client = Desks.open(profile);
    client.settings().setDisplayName(name);
    Start start =
        new Start(profile, KeyVaults.ofFiles(Desks.keys(profile)), Optional.empty(), false)
            .with(sound.hardware());
    return Hands.fx(
        () -> {
          DesktopWindow window = DesktopWindow.open(client, start);
          Stage stage = new Stage();
          stage.setScene(window.scene(1280, 800));
          stage.show();
          window.warmUp();
          return new TourDesk(window, stage, sound);
        });
  }

  ClientWiring client() {
    return window.client();
  }

  /** What is said and heard at this desktop. */
  TourSound sound() {
    return sound;
  }

  DesktopWindow window() {
    return window;
  }

  Parent root() {
    return stage.getScene().getRoot();
  }

  /** Brings this window to the front, where the robot can reach it. */
  void toFront() {
    Hands.fxRun(
        () -> {
          stage.toFront();
          stage.requestFocus();
        });
  }

  SyncState sync() {
    return client().status().state();
  }

  /** The notes as they stand on the screen of the open session. */
  String notesOnScreen() {
    return Hands.fx(() -> notes().map(TextArea::getText).orElse(""));
  }

  private Optional<TextArea> notes() {
    return Hands.find(root(), node -> node.getStyleClass().contains("tl-notes"))
        .flatMap(pane -> Hands.find((Parent) pane, node -> node instanceof TextArea))
        .map(TextArea.class::cast);
  }

  /** Opens an interview and records it with one chord; returns when it is recorded. */
  void record(RecordId interview) {
    Hands.fxRun(() -> window.openSession(interview));
    Hands.await("the caret in the notes", this::isTyping);
    Hands.press(root(), "Ctrl+Shift+R");
    Hands.await(
        "it records",
        () -> Hands.fx(() -> window.sound().recording().liveProperty().get().isPresent()));
  }

  /** Edits the notes on the screen as a person at this window would. */
  void edit(java.util.function.Consumer<TextArea> change) {
    Hands.fxRun(() -> notes().ifPresent(change));
  }

  /** Whether the caret stands in the notes. */
  boolean isTyping() {
    return Hands.fx(() -> stage.getScene().getFocusOwner() instanceof TextArea);
  }

  /**
   * Pictures this screen in both themes and both sizes. The window itself keeps its size: the
   * headless screen cannot show a large one.
   */
  void picture(TourLog log, String name) {
    Node focused =
        Hands.fx(() -> Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(root()));
    for (int[] size : SIZES) {
      Parent shown = root();
      Scene scene = Hands.fx(() -> move(shown, size));
      for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.DARK, ThemeChoice.LIGHT}) {
        String looks = choice.name().toLowerCase(Locale.ROOT);
        Path png = log.picture("%s-%s-%s".formatted(name, looks, size[0]));
        Hands.fxRun(() -> window.theme().choiceProperty().set(choice));
        Hands.fxRun(() -> settle(scene));
        Hands.fxRun(() -> Snapshot.write(scene, png));
      }
      Hands.fxRun(
          () -> {
            scene.setRoot(new StackPane());
            stage.getScene().setRoot(shown);
          });
    }
    Hands.fxRun(focused::requestFocus);
  }

  private Scene move(Parent shown, int[] size) {
    stage.getScene().setRoot(new StackPane());
    Scene scene = new Scene(shown, size[0], size[1]);
    window.theme().dress(scene);
    settle(scene);
    return scene;
  }

  /** Lists and wrapped texts need more than one pass to find their size. */
  private static void settle(Scene scene) {
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  @Override
  public void close() {
    Hands.fxRun(
        () -> {
          window.flush();
          stage.hide();
          window.close();
        });
  }
}
