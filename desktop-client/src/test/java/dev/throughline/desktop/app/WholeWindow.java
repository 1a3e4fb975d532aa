package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.LongerTexts;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.TabWalk;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A real profile in a real window, used by the keyboard alone. */
public final class WholeWindow implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int DOUBLE = 200;
  private static final int TABS_MAX = 500;
  private static final long WAIT_MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final DesktopWindow window;
  private final Stage stage;

  private WholeWindow(DesktopWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  public static WholeWindow open(Path profile) throws Exception {
    return open(profile, true);
  }

  public static WholeWindow open(Path profile, boolean sample) throws Exception {
    return open(profile, sample, Start.Sound.CARD);
  }

  /** One that hears and is heard as a test wants it. */
  public static WholeWindow open(Path profile, boolean sample, Start.Sound sound) throws Exception {
    ClientWiring client = Desk.open(profile);
    if (sample) {
      client.samples().open();
      client.settings().setBegun();
    }
    Start start =
        new Start(
                profile,
                KeyVaults.ofFiles(profile.resolveSibling(profile.getFileName() + "-keys")),
                Optional.empty(),
                false)
            .with(sound);
    WholeWindow whole =
        FxThread.call(
            () -> {
              DesktopWindow window = DesktopWindow.open(client, start);
              Stage stage = new Stage();
              stage.setScene(window.scene(1280, 800));
              stage.show();
              return new WholeWindow(window, stage);
            });
    if (sample) {
      whole.await("the interviews are listed", () -> !whole.window.interviews().isEmpty());
    }
    return whole;
  }

  public DesktopWindow window() {
    return window;
  }

  public Scene scene() {
    return stage.getScene();
  }

  /**
   * Presses a chord wherever the focus is; like a person's, it comes after the frame that shows
   * what the last one did. On the JavaFX thread it comes ahead of that frame.
   */
  public void press(String chord) throws Exception {
    awaitFrame();
    fx(
        () -> {
          KeyChord pressed = KeyChord.of(chord);
          Node target = focus();
          if (pressed.isTyped()) {
            Event.fireEvent(target, key(KeyEvent.KEY_TYPED, pressed, pressed.key()));
          } else {
            Event.fireEvent(target, key(KeyEvent.KEY_PRESSED, pressed, KeyEvent.CHAR_UNDEFINED));
            Event.fireEvent(focus(), key(KeyEvent.KEY_RELEASED, pressed, KeyEvent.CHAR_UNDEFINED));
          }
          return true;
        });
  }

  private void awaitFrame() throws Exception {
    if (!Platform.isFxApplicationThread()) {
      fx(
          () -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
            return true;
          });
    }
  }

  /** The same with the first button that is shown and called so, by its words or to be heard. */
  public void use(String name) throws Exception {
    use(
        shown("button").stream()
            .filter(one -> one instanceof ButtonBase it && isCalled(it, name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button is called " + name)));
  }

  private static boolean isCalled(ButtonBase one, String name) {
    return name.equals(one.getText()) || name.equals(one.getAccessibleText());
  }

  /**
   * Goes to a control by Tab and presses the space bar there, as somebody without a mouse does.
   *
   * @throws AssertionError when Tab does not lead there
   */
  public void use(Node control) throws Exception {
    awaitFrame();
    boolean isReached =
        fx(
            () -> {
              for (int i = 0; i < TABS_MAX && focus() != control; i++) {
                press(TabWalk.writesTabs(focus()) ? "Ctrl+Tab" : "Tab");
              }
              return focus() == control;
            });
    if (!isReached) {
      throw new AssertionError("Tab does not lead to " + control);
    }
    press("Space");
  }

  /** Types characters wherever the focus is; as for {@link #press}. */
  public void type(String text) throws Exception {
    awaitFrame();
    fx(
        () -> {
          for (char one : text.toCharArray()) {
            Event.fireEvent(
                focus(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    String.valueOf(one),
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false));
          }
          return true;
        });
  }

  public Node focus() {
    Node owner = scene().getFocusOwner();
    return owner == null ? scene().getRoot() : owner;
  }

  private static KeyEvent key(
      javafx.event.EventType<KeyEvent> type, KeyChord chord, String character) {
    return new KeyEvent(
        type,
        character,
        "",
        code(chord.key()),
        chord.holds(KeyChord.Held.SHIFT),
        chord.holds(KeyChord.Held.CTRL),
        chord.holds(KeyChord.Held.ALT),
        false);
  }

  private static KeyCode code(String key) {
    return switch (key) {
      case "," -> KeyCode.COMMA;
      case "+" -> KeyCode.PLUS;
      case "-" -> KeyCode.MINUS;
      case "?" -> KeyCode.UNDEFINED;
      case "Esc" -> KeyCode.ESCAPE;
      case "PageUp" -> KeyCode.PAGE_UP;
      case "PageDown" -> KeyCode.PAGE_DOWN;
      case "Backspace" -> KeyCode.BACK_SPACE;
      default ->
          key.length() == 1 && Character.isDigit(key.charAt(0))
              ? KeyCode.valueOf("DIGIT" + key)
              : KeyCode.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    };
  }

  /** Waits until something holds on the JavaFX thread. */
  public void await(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + WAIT_MAX_NANOS;
    while (!fx(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within a minute: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Returns once everything asked of the background so far is on the screen. */
  public void settle() throws Exception {
    for (int i = 0; i < 3; i++) {
      window.backgroundIdle();
      fx(() -> scene().getRoot().isVisible());
    }
    fx(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          return true;
        });
  }

  /**
   * Pictures what is shown, in both themes, and walks it: everything there can be read and reached
   * without a mouse, with text of double size as well.
   */
  public void pictures(String screen) throws Exception {
    glimpse(screen);
    List<String> findings = fx(() -> TabWalk.findings(scene(), top()));
    assertThat(findings).as(screen).isEmpty();
  }

  /** The same of what is gone as soon as the focus moves: nobody walks through that by Tab. */
  public void glimpse(String screen) throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      fx(
          () -> {
            window.theme().choiceProperty().set(choice);
            return true;
          });
      settle();
      String name = screen + "-" + choice.name().toLowerCase(Locale.ROOT);
      picture(name);
      findings.addAll(walked(name));
    }
    fx(() -> LongerTexts.findings(scene(), top()))
        .forEach(finding -> findings.add(screen + ": " + finding));
    scale(DOUBLE);
    picture(screen + "-double");
    findings.addAll(walked(screen + "-double"));
    scale(100);
    assertThat(findings).isEmpty();
  }

  private void scale(int percent) throws Exception {
    fx(
        () -> {
          window.theme().scalePercentProperty().set(percent);
          return true;
        });
    settle();
  }

  /** What keeps somebody out of what is shown; of a dimmed window only what stands above it. */
  private List<String> walked(String name) throws Exception {
    return fx(
        () ->
            ContrastWalk.findings(scene(), top()).stream()
                .map(finding -> name + ": " + finding)
                .toList());
  }

  private Node top() {
    return scene().getRoot().lookupAll(".tl-scrim").stream()
        .filter(WholeWindow::isShown)
        .reduce((_, last) -> last)
        .orElse(scene().getRoot());
  }

  public <T> T fx(Callable<T> work) throws Exception {
    return FxThread.call(work);
  }

  /** The words of every node of a style class that is shown. */
  public List<Node> shown(String styleClass) throws Exception {
    return fx(
        () ->
            scene().getRoot().lookupAll("." + styleClass).stream()
                .filter(WholeWindow::isShown)
                .toList());
  }

  /** Whether a label that is visible holds these words. */
  public boolean says(String words) throws Exception {
    return fx(
        () ->
            scene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().contains(words)));
  }

  /** Saves as one step, past every page. */
  public void save(Draft... drafts) {
    SaveResult result = window().client().ledger().record(List.of(drafts));
    if (result instanceof SaveResult.NotSaved(String code, String sentence)) {
      throw new AssertionError(code + ": " + sentence);
    }
  }

  private static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public void picture(String name) throws Exception {
    fx(
        () -> {
          Snapshot.write(scene(), PICTURES.resolve(name + ".png"));
          return true;
        });
  }

  @Override
  public void close() {
    try {
      fx(
          () -> {
            stage.close();
            window.close();
            return true;
          });
    } catch (Exception e) {
      throw new IllegalStateException("the window did not close", e);
    }
  }
}
