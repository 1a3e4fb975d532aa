package dev.throughline.desktop.outbox;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What the server did not take: why, and what a person can do. Not there when there is none. */
final class AsideSection extends VBox {
  private final ObservableList<WaitingChange> aside;
  private final SectionHeader header = new SectionHeader(Texts.text("outbox.aside.title"));
  private final VBox rows = new VBox();

  AsideSection(ObservableList<WaitingChange> aside) {
    this.aside = aside;
    getChildren().addAll(header, rows);
    aside.addListener((ListChangeListener<WaitingChange>) _ -> show());
    show();
  }

  private void show() {
    setVisible(!aside.isEmpty());
    setManaged(isVisible());
    header.note(Texts.number(aside.size()));
    List<Node> shown = aside.stream().map(AsideSection::row).toList();
    rows.getChildren().setAll(shown);
  }

  private static Node row(WaitingChange change) {
    String title =
        change.belongsTo().isEmpty()
            ? change.name()
            : Texts.text("outbox.aside.line", change.name(), change.belongsTo());
    String why = change.aside().map(WaitingChange.Aside::reason).orElse("");
    String advice = change.aside().map(WaitingChange.Aside::advice).orElse("");
    return new FactRow(Icon.NEEDS_YOU, title).attention().line(why).line(advice);
  }
}
