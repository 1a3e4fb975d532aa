package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.value.Unseen;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The paper on which something is signed or ordered: what, below it what is done about it. */
public final class SignSheet extends StackPane {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Asks for the sign before it in colour. */
  private static final int EMOJI = 0xFE0F;

  private final String title;
  private final Button act;
  private final Runnable cancel;
  private final Label note =
      Labels.state(Chip.State.NEUTRAL, Icon.OFFLINE, Texts.text("sign.offline"));

  /**
   * @param act does it, by Ctrl Enter too
   * @param cancel leaves it, by Esc too
   */
  public SignSheet(String title, Icon icon, Button act, Runnable cancel, Node... parts) {
    this.title = shown(title);
    this.act = act;
    this.cancel = cancel;
    getStyleClass().add("sign-place");
    VBox body = new VBox(parts);
    body.getStyleClass().add("sign-body");
    ScrollPane scroll = Sheet.scrolling(this.title, body);
    scroll.prefViewportHeightProperty().bind(body.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox sheet = new VBox(head(icon), scroll, foot());
    sheet.getStyleClass().add("sign-sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    sheet.setAccessibleRole(AccessibleRole.DIALOG);
    sheet.setAccessibleText(this.title);
    getChildren().add(sheet);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      cancel.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      act.fire();
      event.consume();
    }
  }

  private Node head(Icon icon) {
    Label words = Labels.wrapping(Labels.h1(title));
    words.setGraphic(icon.line());
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(words, Buttons.icon(Icon.CLOSE, Texts.text("sign.cancel"), cancel));
    head.getStyleClass().add("head");
    return head;
  }

  private Node foot() {
    note.getStyleClass().add("tl-muted");
    HBox foot =
        new HBox(
            Labels.wrapping(note),
            Spaces.grow(),
            Buttons.standard(Texts.text("sign.cancel"), cancel),
            act);
    HBox.setHgrow(note, Priority.ALWAYS);
    foot.getStyleClass().add("foot");
    return foot;
  }

  /** Says something else beside the buttons than that it works offline. */
  public void say(Icon icon, String words) {
    note.setGraphic(icon.line());
    note.setText(words);
  }

  /**
   * Words as they are signed: marks that would have them read in another order than they are
   * written in, or not at all, are named instead.
   */
  static String shown(String words) {
    StringBuilder shown = new StringBuilder(words.length());
    int before = ' ';
    for (int one : words.codePoints().toArray()) {
      boolean isPartOfSign =
          (one == ZERO_WIDTH_JOINER || one == EMOJI) && Character.isEmoji(before);
      if (!Unseen.is(one) || isPartOfSign) {
        shown.appendCodePoint(one);
      } else {
        shown.append(String.format(Locale.ROOT, "[U+%04X]", one));
      }
      before = one == EMOJI && isPartOfSign ? before : one;
    }
    return shown.toString();
  }

  /** Facts one below the other. */
  public static Node facts(Node... facts) {
    VBox box = new VBox(facts);
    box.getStyleClass().add("facts");
    return box;
  }

  /** What it is called, what it says, and a smaller line, which may be empty. */
  public static Node fact(String name, String value, String second) {
    Label key = Labels.wrapping(Labels.small(name));
    key.getStyleClass().add("key");
    VBox words = new VBox(Labels.wrapping(Labels.body(shown(value))));
    if (!second.isBlank()) {
      words.getChildren().add(Labels.wrapping(Labels.small(shown(second))));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(key, words);
    line.getStyleClass().add("fact");
    return line;
  }

  /** What is to be known before anything is signed. */
  public static Node alarm(String words) {
    Label label = Labels.wrapping(Labels.body(shown(words)));
    HBox.setHgrow(label, Priority.ALWAYS);
    Well well = new Well(Icon.WARNING.line(), label);
    well.getStyleClass().add("moved");
    return well;
  }

  /** With which key it is signed. */
  public static Node key(Optional<DeviceKey> key) {
    String is =
        key.flatMap(DeviceKey::key)
            .map(DeviceKey::keyId)
            .map(id -> Texts.text("sign.key.is", id.substring(0, 8)))
            .orElse("");
    HBox line =
        new HBox(Icon.KEY.line(), new VBox(Labels.body(Texts.text("sign.key")), Labels.small(is)));
    line.getStyleClass().add("key-line");
    return line;
  }
}
