package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Buttons of the look. None ever shortens its words; at most one primary a view. */
public final class Buttons {
  private Buttons() {}

  public static Button primary(String text, Runnable action) {
    return styled(new Button(text), action, "accent");
  }

  public static Button primary(String text, Icon icon, Runnable action) {
    return styled(new Button(text, icon.line()), action, "accent");
  }

  public static Button standard(String text, Runnable action) {
    return styled(new Button(text), action);
  }

  public static Button standard(String text, Icon icon, Runnable action) {
    return styled(new Button(text, icon.line()), action);
  }

  public static Button flat(String text, Runnable action) {
    return styled(new Button(text), action, "flat");
  }

  /** Red: only where something is deleted, withdrawn or stopped. */
  public static Button danger(String text, Icon icon, Runnable action) {
    return styled(new Button(text, icon.line()), action, "danger");
  }

  /** An icon alone: its name is spoken and shown as a hint. */
  public static Button icon(Icon icon, String name, Runnable action) {
    var button = styled(new Button(name, icon.line()), action, "flat", "tl-icon-only");
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(name);
    Hint.on(button, name);
    return button;
  }

  /** Blue words that lead somewhere. */
  public static Hyperlink link(String text, Runnable action) {
    var link = new Hyperlink(text);
    link.setOnAction(event -> action.run());
    link.setMinWidth(Region.USE_PREF_SIZE);
    return link;
  }

  /** For rows and cards: 26 high. */
  public static Button small(Button button) {
    button.getStyleClass().add("small");
    return button;
  }

  /** For sheets: 36 high. */
  public static Button large(Button button) {
    button.getStyleClass().add("large");
    return button;
  }

  /** Shows the key inside the button, or beside the name in the hint of an icon button. */
  public static Button withKey(Button button, String key) {
    if (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
      Hint.beside(button, () -> Optional.of(KeyCap.of(key)));
      return button;
    }
    var content = new HBox();
    content.getStyleClass().add("tl-with-key");
    if (button.getGraphic() != null) {
      content.getChildren().add(button.getGraphic());
    }
    content.getChildren().addAll(new Label(button.getText()), KeyCap.of(key));
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(button.getText());
    button.setAccessibleHelp(key);
    return button;
  }

  /** Shows the key of a command in the button, or in the hint of an icon button. */
  public static Button withCommand(Button button, String command) {
    if (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
      Hint.key(button, command);
      RefusedButton.follow(button, command);
      return button;
    }
    var words = new Label(button.getText());
    words.textProperty().bind(button.textProperty());
    var content = new HBox();
    content.getStyleClass().add("tl-with-key");
    if (button.getGraphic() != null) {
      content.getChildren().add(button.getGraphic());
    }
    content.getChildren().addAll(words, KeyCap.ofCommand(command));
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(button.getText());
    RefusedButton.follow(button, command);
    return button;
  }

  /** A button of a command that shows no key; says why when the command may not be used. */
  public static Button of(Button button, String command) {
    RefusedButton.follow(button, command);
    return button;
  }

  private static Button styled(Button button, Runnable action, String... classes) {
    button.getStyleClass().addAll(classes);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
