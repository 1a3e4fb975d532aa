package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Both versions of what two people changed at once. Not there when there is none. */
final class KeptSection extends VBox {
  private final KeptViewModel kept;
  private final SectionHeader header = new SectionHeader(Texts.text("outbox.kept.title"));
  private final VBox cards = new VBox();

  KeptSection(KeptViewModel kept) {
    this.kept = kept;
    cards.getStyleClass().add("tl-outbox-kept");
    getChildren().addAll(header, cards);
    kept.versions().addListener((ListChangeListener<KeptVersion>) _ -> show());
    show();
  }

  private void show() {
    setVisible(!kept.versions().isEmpty());
    setManaged(isVisible());
    header.note(Texts.number(kept.versions().size()));
    List<Node> shown =
        kept.versions().stream().map(version -> (Node) new KeptCard(kept, version)).toList();
    cards.getChildren().setAll(shown);
  }
}
