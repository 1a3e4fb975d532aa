package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Where work stopped on this computer. Before anything was remembered, what changed last stands in
 * for it.
 */
final class ResumeView extends VBox {
  private final HomeViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("home.recent"));
  private final VBox rows = new VBox();

  ResumeView(HomeViewModel model) {
    this.model = model;
    getStyleClass().add("home-recent");
    getChildren().addAll(header, rows);
    model.aside().resume().addListener((InvalidationListener) _ -> show());
    model.recent().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    List<ResumeLine> points = model.aside().resume();
    List<Node> lines =
        points.isEmpty()
            ? model.recent().stream().map(this::recent).toList()
            : points.stream().map(this::point).toList();
    rows.getChildren().setAll(lines);
    setVisible(!lines.isEmpty());
    setManaged(isVisible());
  }

  private Node point(ResumeLine line) {
    ListRow row =
        new ListRow(line.title())
            .lead(line.point().turn().isPresent() ? Icon.TRANSCRIPT : Icon.NOTES)
            .second(line.second())
            .state(model.moment(line.point().atMillis()))
            .onOpen(() -> model.resume(line));
    row.setAccessibleHelp(line.second());
    return row;
  }

  private Node recent(InterviewRow row) {
    ListRow line =
        new ListRow(HomeWords.title(row))
            .lead(row.segments() > 0 ? Icon.TRANSCRIPT : Icon.SESSION)
            .second(HomeWords.second(row))
            .state(model.changed(row))
            .onOpen(() -> model.open(row));
    line.setAccessibleHelp(HomeWords.second(row));
    return line;
  }
}
