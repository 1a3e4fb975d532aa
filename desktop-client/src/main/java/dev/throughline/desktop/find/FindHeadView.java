package dev.throughline.desktop.find;

import dev.throughline.desktop.search.HitGroup;
import dev.throughline.desktop.search.HitKind;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.time.Clock;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What the places below stand in: who, title, study and day, and how many places there are. */
final class FindHeadView extends HBox {
  private final Clock clock;
  private final StackPane icon = new StackPane();
  private final Label who = Labels.h3("");
  private final Label title = Labels.h3("");
  private final Label detail = Labels.small("");
  private final Label sample = Chip.neutral(Icon.SAMPLE, Texts.text("find.sample"));
  private final Label places = Labels.small("");

  FindHeadView(Clock clock) {
    this.clock = clock;
    getStyleClass().add("place-head");
    icon.getStyleClass().add("lead");
    title.getStyleClass().add("title");
    places.setMinWidth(Region.USE_PREF_SIZE);
    who.setMinWidth(Region.USE_PREF_SIZE);
    sample.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(icon, who, title, detail, sample, Spaces.grow(), places);
  }

  void show(HitGroup group) {
    icon.getChildren().setAll(FindWords.icon(group.kind()).line());
    String name = FindWords.title(group);
    text(who, name.startsWith(group.participant()) ? "" : group.participant());
    title.setText(name);
    text(detail, FindWords.detail(group, clock));
    sample.setVisible(group.isSample());
    sample.setManaged(group.isSample());
    boolean counts = group.kind() == HitKind.INTERVIEW;
    text(places, counts ? Texts.count("find.places", group.places()) : "");
  }

  private static void text(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
