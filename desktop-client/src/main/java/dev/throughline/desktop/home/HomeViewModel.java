package dev.throughline.desktop.home;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewCommands;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.planning.PlanViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.InterviewStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What Home says of the day, worked out from the interviews there are. UI thread. */
public final class HomeViewModel {
  /** Rows under "Pick up where you left off". */
  static final int RECENT_MAX = 6;

  /** Rows under "Today"; who has more looks into the library. */
  static final int TODAY_MAX = 12;

  private final InterviewList list;
  private final InterviewCommands commands;
  private final PlanViewModel plan;
  private final HomeAside aside;
  private final Clock clock;
  private final HomeExits exits;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper(this, "subtitle", "");
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty");
  private final ObservableList<InterviewRow> today = FXCollections.observableArrayList();
  private final ObservableList<InterviewRow> recent = FXCollections.observableArrayList();
  private final ObservableList<Debt> debts = FXCollections.observableArrayList();

  /** How many interviews lack something. */
  record Debt(Gap gap, long interviews) {}

  public HomeViewModel(
      InterviewList list,
      InterviewCommands commands,
      PlanViewModel plan,
      HomeParts parts,
      HomeExits exits) {
    this.list = list;
    this.commands = commands;
    this.plan = plan;
    this.aside = new HomeAside(parts);
    this.clock = parts.clock();
    this.exits = exits;
    list.onChange(this::refresh);
    refresh();
  }

  /** Today in words. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ReadOnlyStringProperty subtitleProperty() {
    return subtitle.getReadOnlyProperty();
  }

  /** Whether there is no interview at all. */
  ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  ObservableList<InterviewRow> today() {
    return today;
  }

  /** What changed last, latest first. */
  ObservableList<InterviewRow> recent() {
    return recent;
  }

  /** Whether every interview is known. */
  ReadOnlyBooleanProperty loadedProperty() {
    return list.loadedProperty();
  }

  /** Only what there is. */
  ObservableList<Debt> debts() {
    return debts;
  }

  /** A planned interview is started, any other opened. */
  static boolean canStart(InterviewRow row) {
    return row.interview().status() == InterviewStatus.PLANNED && row.segments() == 0;
  }

  String changed(InterviewRow row) {
    return WhenWords.moment(row.changedAtMillis(), clock);
  }

  /** What is read beside the list: waiting, resume points, news. */
  HomeAside aside() {
    return aside;
  }

  PlanViewModel planning() {
    return plan;
  }

  /** The one session of today that comes next; its button is the main one of the page. */
  boolean isNext(InterviewRow row) {
    return today.stream()
        .filter(HomeViewModel::canStart)
        .findFirst()
        .filter(row::equals)
        .isPresent();
  }

  /** Opens the line to plan a session in. */
  public void planSession() {
    plan.begin();
  }

  /** Shows what the first well with that gap counts; answers whether there is one. */
  public boolean openDebt(Gap gap) {
    Optional<Debt> found = debts.stream().filter(debt -> debt.gap() == gap).findFirst();
    found.ifPresent(this::open);
    return found.isPresent();
  }

  void resume(ResumeLine line) {
    exits.resume().accept(line.point());
  }

  void openWaiting() {
    exits.openWaiting().run();
  }

  void open(NewsLine line) {
    line.interview().ifPresent(exits.openSession());
  }

  String moment(long millis) {
    return WhenWords.moment(millis, clock);
  }

  String since(LastVisit visit) {
    return HomeWords.since(visit.atMillis(), clock);
  }

  void newInterview() {
    commands.create(Optional.empty(), exits.openSession());
  }

  void start(InterviewRow row) {
    commands.start(row.interview().id(), exits.openSession());
  }

  void open(InterviewRow row) {
    exits.openSession().accept(row.interview().id());
  }

  void open(Debt debt) {
    exits.openGap().accept(debt.gap());
  }

  void importFiles(List<Path> files) {
    exits.importFiles().accept(files);
  }

  /** Works everything out anew; also when Home is shown, because the day may have changed. */
  void refresh() {
    aside.refresh();
    LocalDate day = LocalDate.now(clock);
    List<InterviewRow> rows = list.rows();
    title.set(WhenWords.longDay(day));
    empty.set(rows.isEmpty());
    List<InterviewRow> planned = ofToday(rows, day);
    replace(today, planned.stream().limit(TODAY_MAX).toList());
    replace(
        recent,
        rows.stream()
            .sorted(Comparator.comparingLong(InterviewRow::changedAtMillis).reversed())
            .limit(RECENT_MAX)
            .toList());
    replace(debts, debts(rows, day));
    subtitle.set(subtitle(rows, planned.size()));
  }

  private static List<InterviewRow> ofToday(List<InterviewRow> rows, LocalDate day) {
    return rows.stream()
        .filter(row -> row.interview().date().filter(day::equals).isPresent())
        .filter(row -> row.interview().status() != InterviewStatus.CANCELLED)
        .sorted(
            Comparator.comparing((InterviewRow row) -> !canStart(row))
                .thenComparing(row -> row.interview().time().orElse(LocalTime.MAX))
                .thenComparing(row -> row.interview().id()))
        .toList();
  }

  private static List<Debt> debts(List<InterviewRow> rows, LocalDate day) {
    return Arrays.stream(Gap.values())
        .map(gap -> new Debt(gap, rows.stream().filter(row -> gap.isIn(row, day)).count()))
        .filter(debt -> debt.interviews() > 0)
        .toList();
  }

  private static String subtitle(List<InterviewRow> rows, int today) {
    if (rows.isEmpty()) {
      return "";
    }
    List<String> studies =
        rows.stream().map(InterviewRow::study).filter(name -> !name.isBlank()).distinct().toList();
    String all = Texts.count("home.interviews", rows.size());
    String where =
        switch (studies.size()) {
          case 0 -> Texts.text("home.subtitle", all);
          case 1 -> Texts.text("home.subtitle.study", studies.getFirst(), all);
          default -> Texts.text("home.subtitle.studies", all, studies.size());
        };
    return today == 0 ? where : where + " " + Texts.count("home.today.count", today);
  }

  /** Leaves an equal list alone, so that what has the focus keeps it. */
  static <T> void replace(ObservableList<T> shown, List<T> fresh) {
    if (!shown.equals(fresh)) {
      shown.setAll(fresh);
    }
  }
}
