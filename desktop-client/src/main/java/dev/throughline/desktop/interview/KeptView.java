package dev.throughline.desktop.interview;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.CopyGate;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import dev.throughline.model.consent.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Versions that met in one field: the shown one, the kept one, who wrote them and when. */
final class KeptView {
  private KeptView() {}

  /**
   * @param spoken where copied words go that a person said
   */
  static Node[] sections(List<KeptWords> versions, Clips spoken) {
    Node[] sections = new Node[versions.size() + 1];
    sections[0] = Labels.wrapping(Labels.muted(Texts.text("session.kept.line")));
    for (int i = 0; i < versions.size(); i++) {
      Region section = section(versions.get(i));
      boolean isSpoken = versions.get(i).wording() == Wording.SPOKEN;
      sections[i + 1] = isSpoken ? CopyGate.on(section, spoken) : section;
    }
    return sections;
  }

  private static Region section(KeptWords version) {
    Button copy =
        Buttons.icon(Icon.COPY, Texts.text("session.kept.copy", version.field()), () -> {});
    copy.setOnAction(_ -> CopyGate.above(copy).copied(version.keptText()));
    var header = new SectionHeader(version.field(), Buttons.small(copy));
    var section =
        new VBox(
            header,
            side("session.kept.shown", version.shown()),
            side("session.kept.kept", version.kept()));
    section.getStyleClass().add("tl-kept");
    return section;
  }

  private static Region side(String name, KeptWords.Side side) {
    var words =
        new VBox(
            Labels.cap(Texts.text(name)),
            Labels.wrapping(Labels.body(side.text())),
            Labels.wrapping(Labels.small(side.who())));
    words.getStyleClass().add("words");
    return new Well(words);
  }
}
