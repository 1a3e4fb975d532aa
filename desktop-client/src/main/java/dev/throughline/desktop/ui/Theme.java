package dev.throughline.desktop.ui;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Dresses scenes: fonts, AtlantaFX's Primer, the token sheet, and the chosen scheme and size. All
 * sheets hold both schemes, so that a change of it reads none anew. One theme may dress many
 * scenes; all of them follow {@link #choiceProperty()} and {@link #scalePercentProperty()}. Only on
 * the JavaFX thread.
 */
public final class Theme {
  /** The sizes on offer, in percent; each has a class in the token sheet. */
  public static final List<Integer> SCALES = List.of(100, 110, 125, 150, 175, 200, 225, 250);

  private static final List<String> SHEETS =
      List.of(
          "ui/throughline.css",
          "ui/base.css",
          "ui/parts.css",
          "ui/activity.css",
          "shell/shell.css",
          "shell/palette.css",
          "places.css",
          "find/find.css",
          "failure/failure.css",
          "walkthrough/walkthrough.css",
          "planning/planning.css",
          "inbox/inbox.css",
          "idea/idea.css",
          "mvp/mvp.css",
          "handoff/handoff.css",
          "approval/approval.css",
          "release/release.css",
          "comment/comment.css",
          "recording/recording.css",
          "travel/travel.css");
  private static final String PRIMER = "ui/primer.css";
  private static final String SCALE_CLASS = "tl-scale-";
  private static final ListChangeListener<Window> POPUPS = Theme::followOwners;

  private final ObjectProperty<ThemeChoice> choice =
      new SimpleObjectProperty<>(this, "choice", ThemeChoice.SYSTEM);
  private final IntegerProperty scalePercent = new SimpleIntegerProperty(this, "scalePercent", 100);

  public Theme(ThemeChoice choice, int scalePercent) {
    this.choice.set(choice);
    this.scalePercent.set(nearestScale(scalePercent));
  }

  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /** Takes the values of {@link #SCALES}; any other shows as the nearest of them. */
  public IntegerProperty scalePercentProperty() {
    return scalePercent;
  }

  /** Gives the scene its looks now and keeps them in step with the choice and the system. */
  public void dress(Scene scene) {
    begin();
    scene.getStylesheets().setAll(SHEETS.stream().map(Theme::sheet).toList());
    choice.subscribe(value -> scene.getPreferences().setColorScheme(scheme(value)));
    scene.rootProperty().subscribe(root -> size(root));
    scalePercent.subscribe(value -> size(scene.getRoot()));
    Window.getWindows().removeListener(POPUPS);
    Window.getWindows().addListener(POPUPS);
  }

  /**
   * Loads fonts and Primer, once. The whole application wears Primer, because popups style
   * themselves before they know their owner. Called before the first control is made, it spares
   * JavaFX from reading its own sheet.
   */
  public static void begin() {
    Fonts.load();
    String primer = sheet(PRIMER);
    if (!primer.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(primer);
    }
  }

  static int nearestScale(int percent) {
    return SCALES.stream()
        .min((a, b) -> Integer.compare(Math.abs(a - percent), Math.abs(b - percent)))
        .orElseThrow();
  }

  private void size(Parent root) {
    root.getStyleClass().removeIf(name -> name.startsWith(SCALE_CLASS));
    root.getStyleClass().add(SCALE_CLASS + nearestScale(scalePercent.get()));
  }

  /** Menus and tooltips are scenes of their own and would show the system's scheme. */
  private static void followOwners(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      for (Window window : change.getAddedSubList()) {
        if (window instanceof PopupWindow popup) {
          followOwner(popup);
        }
      }
    }
  }

  private static void followOwner(PopupWindow popup) {
    var owner = popup.getOwnerWindow();
    while (owner instanceof PopupWindow outer) {
      owner = outer.getOwnerWindow();
    }
    if (owner != null && owner.getScene() != null && popup.getScene() != null) {
      var scheme = owner.getScene().getPreferences().getColorScheme();
      popup.getScene().getPreferences().setColorScheme(scheme);
    }
  }

  /** Null hands the decision back to the platform, which is how JavaFX spells "follow". */
  @SuppressWarnings("NullAway")
  private static ColorScheme scheme(ThemeChoice choice) {
    return switch (choice) {
      case SYSTEM -> null;
      case LIGHT -> ColorScheme.LIGHT;
      case DARK -> ColorScheme.DARK;
    };
  }

  private static String sheet(String name) {
    var path = "/dev/throughline/desktop/" + name;
    return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
  }
}
