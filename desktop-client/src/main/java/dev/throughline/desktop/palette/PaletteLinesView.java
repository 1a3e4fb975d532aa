package dev.throughline.desktop.palette;

import dev.throughline.desktop.ui.KeyCap;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The lines of the palette, sections under their names; what was typed is bold in each title. */
final class PaletteLinesView extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final PaletteViewModel model;
  private final Consumer<Node> shown;
  private final List<HBox> rows = new ArrayList<>();

  /**
   * @param shown is to bring a row into sight
   */
  PaletteLinesView(PaletteViewModel model, Consumer<Node> shown) {
    this.model = model;
    this.shown = shown;
    getStyleClass().add("lines");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(Texts.text("palette.lines"));
    model.lines().addListener((ListChangeListener<Thing>) _ -> fill());
    model.selectedProperty().subscribe(_ -> mark());
    fill();
  }

  static String spoken(Thing thing) {
    String named = thing.title() + ". " + thing.detail();
    return thing.off().map(why -> Texts.text("command.off.spoken", named, why)).orElse(named);
  }

  private void fill() {
    rows.clear();
    getChildren().clear();
    Optional<Section> section = Optional.empty();
    Ranking ranking = model.ranking();
    for (Thing thing : model.lines()) {
      if (section.filter(thing.section()::equals).isEmpty()) {
        section = Optional.of(thing.section());
        getChildren().add(head(thing.section()));
      }
      HBox row = row(thing, ranking, rows.size());
      rows.add(row);
      getChildren().add(row);
    }
    if (rows.isEmpty()) {
      getChildren().add(Labels.muted(Texts.text("palette.nothing")));
      getChildren().getFirst().getStyleClass().add("nothing");
    }
    mark();
  }

  private static Label head(Section section) {
    Label head = Labels.cap(section.title());
    head.getStyleClass().add("section");
    return head;
  }

  private HBox row(Thing thing, Ranking ranking, int line) {
    TextFlow title = new TextFlow();
    for (Ranking.Piece piece : ranking.pieces(thing.title())) {
      Text text = new Text(piece.text());
      text.getStyleClass().add(piece.fits() ? "fits" : "title");
      title.getChildren().add(text);
    }
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label detail = Labels.small(thing.off().orElse(thing.detail()));
    detail.setTextOverrun(OverrunStyle.ELLIPSIS);
    detail.setMinWidth(thing.section() == Section.SAID ? Region.USE_PREF_SIZE : 0);
    Node icon = thing.icon().line();
    HBox row = new HBox(icon, title, detail, Spaces.grow());
    thing.key().ifPresent(key -> row.getChildren().add(KeyCap.of(key)));
    row.setFillHeight(false);
    row.getStyleClass().add("tl-palette-line");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(spoken(thing));
    if (thing.off().isPresent()) {
      row.getStyleClass().add("off");
    }
    row.setOnMouseClicked(_ -> model.run(line));
    return row;
  }

  private void mark() {
    for (int i = 0; i < rows.size(); i++) {
      boolean isSelected = i == model.selectedProperty().get();
      rows.get(i).pseudoClassStateChanged(SELECTED, isSelected);
      if (isSelected) {
        shown.accept(rows.get(i));
      }
    }
  }
}
