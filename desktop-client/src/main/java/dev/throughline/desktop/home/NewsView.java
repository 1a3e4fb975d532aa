package dev.throughline.desktop.home;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What colleagues did since the last visit; not there while there is nothing to tell. */
final class NewsView extends VBox {
  private final HomeViewModel model;

  NewsView(HomeViewModel model) {
    this.model = model;
    getStyleClass().add("home-news");
    model.aside().news().addListener((InvalidationListener) _ -> show());
    model.aside().sinceProperty().subscribe(_ -> show());
  }

  private void show() {
    List<NewsLine> news = model.aside().news();
    Optional<LastVisit> since = model.aside().sinceProperty().get();
    List<Node> nodes = new ArrayList<>();
    since.ifPresent(
        visit -> nodes.add(new SectionHeader(Texts.text("home.news", model.since(visit)))));
    news.stream().limit(HomeAside.NEWS_MAX).map(this::row).forEach(nodes::add);
    int left = news.size() - HomeAside.NEWS_MAX;
    if (left > 0) {
      Label more = Labels.small(Texts.count("home.news.more", left));
      more.getStyleClass().add("more");
      nodes.add(more);
    }
    getChildren().setAll(nodes);
    setVisible(!news.isEmpty() && since.isPresent());
    setManaged(isVisible());
  }

  private Node row(NewsLine line) {
    String author = line.author().isBlank() ? Texts.text("outbox.someone") : line.author();
    Label avatar = Avatar.row(author);
    ListRow row = new ListRow(line.words()).lead(avatar).state(model.moment(line.atMillis()));
    row.getStyleClass().add("news");
    if (line.interview().isPresent()) {
      row.onOpen(() -> model.open(line));
      row.setAccessibleText(Texts.text("home.news.spoken", author, line.words()));
    }
    return row;
  }
}
