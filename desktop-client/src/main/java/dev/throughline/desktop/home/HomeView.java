package dev.throughline.desktop.home;

import dev.throughline.desktop.planning.PlanView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmWidth;
import dev.throughline.desktop.ui.Fact;
import dev.throughline.desktop.ui.Facts;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Spaces;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.Well;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Today, what waits and what is owed at the left; where work stopped and what others did at the
 * right, or below where the window is narrow.
 */
final class HomeView extends StackPane {
  /** Narrower than this the two columns stand one below the other. */
  private static final double COLUMNS_FROM_EM = 56;

  /** Narrower than this, beside the second column, today's rows leave out the place. */
  private static final double DETAIL_FROM_EM = 76;

  /** Narrower than this they leave it out even where nothing stands beside. */
  private static final double DETAIL_MIN_EM = 54;

  private final HomeViewModel model;
  private final Sheet sheet = new Sheet();
  private final VBox main = new VBox();
  private final Button fresh;

  HomeView(HomeViewModel model, NameViewModel name, SampleViewModel sample) {
    this.model = model;
    this.fresh =
        Buttons.withCommand(
            Buttons.standard(Texts.text("home.new"), Icon.SESSION, model::newInterview),
            "interview.new");
    fresh.getStyleClass().add("walkthrough-new");
    main.getStyleClass().add("home-sections");
    SheetHeader header = new SheetHeader("");
    Label gauge = Labels.body("");
    gauge.setManaged(false);
    getChildren().addAll(sheet, gauge);
    var width = EmWidth.of(this, gauge);
    main.getChildren()
        .addAll(
            notes(name, sample),
            new PlanView(model.planning()),
            today(width.map(em -> hasDetail(em.doubleValue()))),
            new WaitingView(model),
            debts());
    sheet.header(header(header));
    sheet.body(Texts.text("home.name"), main);
    sheet.side(Texts.text("home.side"), new ResumeView(model), new NewsView(model));
    ObservableValue<Boolean> hasColumns = width.map(em -> em.doubleValue() >= COLUMNS_FROM_EM);
    ShownView.during(sheet.getRight(), hasColumns);
    VBox below = new VBox(new ResumeView(model), new NewsView(model));
    below.getStyleClass().add("home-sections");
    ShownView.during(below, hasColumns.map(shown -> !shown));
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
    ShownView.during(notes, sample.openProperty().or(name.askedProperty()));
    return notes;
  }

  private SheetHeader header(SheetHeader header) {
    header.titleProperty().bind(model.titleProperty());
    header.secondProperty().bind(model.subtitleProperty());
    Button plan = Buttons.standard(Texts.text("planning.open"), Icon.CALENDAR, model::planSession);
    return header.actions(plan, fresh);
  }

  private static Well sampleBanner(SampleViewModel sample) {
    Well banner =
        new Well(
            Icon.SAMPLE.line(),
            Labels.wrapping(Labels.body(Texts.text("home.sample.banner"))),
            Spaces.grow(),
            Buttons.small(Buttons.standard(Texts.text("home.sample.remove"), sample::remove)));
    banner.getStyleClass().add("home-sample");
    ShownView.during(banner, sample.openProperty());
    return banner;
  }

  private VBox today(ObservableValue<Boolean> hasDetail) {
    VBox rows = new VBox();
    Label none = Labels.muted(Texts.text("home.today.none"));
    none.getStyleClass().add("home-none");
    ShownView.during(none, Bindings.isEmpty(model.today()));
    ShownView.follow(
        model.today(),
        shown -> {
          rows.getChildren()
              .setAll(shown.stream().map(row -> new TodayRow(row, model, hasDetail)).toList());
          makeMain(shown.stream().noneMatch(model::isNext));
        });
    return new VBox(new SectionHeader(Texts.text("home.today")), none, rows);
  }

  /** With no session to start, writing a new one down is the main action of the page. */
  private void makeMain(boolean isMain) {
    fresh.getStyleClass().remove("accent");
    if (isMain) {
      fresh.getStyleClass().add("accent");
    }
  }

  private VBox debts() {
    VBox rows = new VBox();
    VBox section =
        new VBox(
            new SectionHeader(Texts.text("home.debt")).note(Texts.text("home.debt.note")), rows);
    ShownView.follow(
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
        .key(HomeWords.key(debt.gap()))
        .onOpen(() -> model.open(debt));
  }
}
