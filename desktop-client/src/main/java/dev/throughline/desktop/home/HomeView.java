package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.Fact;
import dev.throughline.desktop.ui.Facts;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Today at the left, where work stopped at the right, or below it where the window is narrow. */
final class HomeView extends StackPane {
  /** Narrower than this the two columns stand one below the other. */
  private static final double COLUMNS_FROM_EM = 56;

  /** Narrower than this, beside the second column, today's rows leave out the place. */
  private static final double DETAIL_FROM_EM = 76;

  /** Narrower than this they leave it out even where nothing stands beside. */
  private static final double DETAIL_MIN_EM = 40;

  private final HomeViewModel model;
  private final Sheet sheet = new Sheet();
  private final VBox main = new VBox();
  private final Button fresh;

  HomeView(HomeViewModel model, NameViewModel name, SampleViewModel sample) {
    this.model = model;
    this.fresh = Buttons.primary(Texts.text("home.new"), Icon.ADD, model::newInterview);
    fresh.getStyleClass().add("walkthrough-new");
    main.getStyleClass().add("home-sections");
    var width = EmWidth.of(this, fresh);
    main.getChildren()
        .addAll(notes(name, sample), today(width.map(em -> hasDetail(em.doubleValue()))), debts());
    getChildren().add(sheet);
    sheet.header(header());
    sheet.body(Texts.text("home.name"), main);
    sheet.side(Texts.text("home.recent"), recent());
    ObservableValue<Boolean> hasColumns = width.map(em -> em.doubleValue() >= COLUMNS_FROM_EM);
    shownWhile(sheet.getRight(), hasColumns);
    VBox below = recent();
    shownWhile(below, hasColumns.map(shown -> !shown));
    main.getChildren().add(below);
  }

  /** The second column of today's rows goes first, then it is back once nothing stands beside. */
  private static boolean hasDetail(double em) {
    return em >= DETAIL_FROM_EM || (em < COLUMNS_FROM_EM && em >= DETAIL_MIN_EM);
  }

  /** What is said once above the day: whose workspace this is, and who the person is. */
  private static VBox notes(NameViewModel name, SampleViewModel sample) {
    NameRow row = new NameRow(name);
    row.getStyleClass().add("tl-well");
    VBox notes = new VBox(sampleBanner(sample), row);
    notes.getStyleClass().add("home-notes");
    shownWhile(notes, sample.openProperty().or(name.askedProperty()));
    return notes;
  }

  private SheetHeader header() {
    SheetHeader header = new SheetHeader("");
    header.titleProperty().bind(model.titleProperty());
    header.secondProperty().bind(model.subtitleProperty());
    return header.actions(Buttons.withCommand(fresh, "interview.new"));
  }

  private static Well sampleBanner(SampleViewModel sample) {
    Well banner =
        new Well(
            Icon.SAMPLE.line(),
            Labels.wrapping(Labels.body(Texts.text("home.sample.banner"))),
            Spaces.grow(),
            Buttons.small(Buttons.standard(Texts.text("home.sample.remove"), sample::remove)));
    banner.getStyleClass().add("home-sample");
    shownWhile(banner, sample.openProperty());
    return banner;
  }

  private VBox today(ObservableValue<Boolean> hasDetail) {
    VBox section = section("home.today", model.today(), row -> new TodayRow(row, model, hasDetail));
    Label none = Labels.muted(Texts.text("home.today.none"));
    none.getStyleClass().add("home-none");
    shownWhile(none, Bindings.isEmpty(model.today()));
    section.getChildren().add(1, none);
    return section;
  }

  private VBox debts() {
    VBox rows = new VBox();
    VBox section =
        new VBox(
            new SectionHeader(Texts.text("home.debt")).note(Texts.text("home.debt.note")), rows);
    follow(
        model.debts(),
        debts -> {
          rows.getChildren().clear();
          if (!debts.isEmpty()) {
            rows.getChildren().add(new Facts(debts.stream().map(this::fact).toArray(Fact[]::new)));
          }
          section.setVisible(!debts.isEmpty());
          section.setManaged(section.isVisible());
        });
    return section;
  }

  private Fact fact(HomeViewModel.Debt debt) {
    return new Fact(
            Texts.number(debt.interviews()),
            Texts.count("home.unit", debt.interviews()),
            HomeWords.lacks(debt.gap()))
        .onOpen(() -> model.open(debt));
  }

  private VBox recent() {
    VBox section = section("home.recent", model.recent(), this::recentRow);
    section.getStyleClass().add("home-recent");
    return section;
  }

  private Node recentRow(InterviewRow row) {
    ListRow line =
        new ListRow(HomeWords.title(row))
            .lead(row.segments() > 0 ? Icon.TRANSCRIPT : Icon.SESSION)
            .second(HomeWords.second(row))
            .state(model.changed(row))
            .onOpen(() -> model.open(row));
    line.setAccessibleHelp(HomeWords.second(row));
    return line;
  }

  private static VBox section(
      String key, ObservableList<InterviewRow> rows, Function<InterviewRow, Node> line) {
    VBox lines = new VBox();
    VBox section = new VBox(new SectionHeader(Texts.text(key)), lines);
    follow(rows, shown -> lines.getChildren().setAll(shown.stream().map(line).toList()));
    return section;
  }

  private static <T> void follow(ObservableList<T> rows, Consumer<List<T>> show) {
    rows.addListener((ListChangeListener<T>) _ -> show.accept(rows));
    show.accept(rows);
  }

  private static void shownWhile(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
