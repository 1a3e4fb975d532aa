package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.RowSound;
import dev.throughline.desktop.interview.RowSound.Place;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LengthWords;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The side of a study: what its interviews covered, what they still owe, and who was met. */
final class StudySumView {
  /** People named on the page. */
  private static final int PEOPLE_MAX = 20;

  private final StudyViewModel model;
  private final VBox coverage = new VBox();
  private final VBox debts = new VBox();
  private final VBox people = new VBox();
  private final VBox sound = new VBox();

  StudySumView(StudyViewModel model) {
    this.model = model;
    coverage.getStyleClass().add("study-coverage");
    sound.getStyleClass().add("study-sound");
    model.sumProperty().subscribe(this::show);
  }

  Node[] sections() {
    return new Node[] {coverage, debts, sound, people};
  }

  private void show(StudySum sum) {
    fill(
        coverage,
        new SectionHeader(Texts.text("study.coverage"))
            .note(sum.held() == 0 ? "" : Texts.count("study.coverage.of", sum.held())),
        sum.held() == 0 ? List.of() : sum.coverage(),
        covered -> bar(covered, sum.held()));
    fill(debts, new SectionHeader(Texts.text("home.debt")), sum.debts(), this::debt);
    showSound(sum.interviews().stream().map(InterviewRow::sound).toList());
    fill(
        people,
        new SectionHeader(Texts.text("study.people"))
            .note(sum.people().isEmpty() ? "" : Texts.number(sum.people().size())),
        sum.people().stream().limit(PEOPLE_MAX).toList(),
        this::person);
  }

  private void showSound(List<RowSound> sounds) {
    List<RowSound> some = sounds.stream().filter(it -> !it.recordings().isEmpty()).toList();
    long here =
        some.stream()
            .filter(it -> it.at().place() == Place.HERE || it.at().place() == Place.SENT)
            .count();
    List<String> lines = new ArrayList<>();
    lines.add(
        Texts.text(
            "study.sound.line",
            LengthWords.of(some.stream().mapToLong(RowSound::millis).sum()),
            here,
            some.size()));
    lines.add(model.exits().offline().words(model.id()));
    fill(
        sound,
        new SectionHeader(Texts.text("study.sound")),
        some.isEmpty() ? List.of() : lines.stream().filter(line -> !line.isEmpty()).toList(),
        line -> Labels.wrapping(Labels.small(line)));
  }

  /** A section that has nothing is not there. */
  private static <T> void fill(VBox section, Node header, List<T> lines, Function<T, Node> line) {
    section.getChildren().setAll(header);
    lines.stream().map(line).forEach(section.getChildren()::add);
    section.setVisible(!lines.isEmpty());
    section.setManaged(section.isVisible());
  }

  /** Words, bar and number, so that the bar says nothing alone. */
  private static Node bar(StudySum.Covered covered, long held) {
    Label words = Labels.wrapping(Labels.small(covered.topic().text()));
    words.getStyleClass().add("words");
    String count = Texts.text("guide.of", covered.held(), held);
    ProgressBar bar = new ProgressBar((double) covered.held() / held);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.text("guide.spoken", covered.topic().text(), count));
    Label number = Labels.mono(count);
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(bar, number);
    line.getStyleClass().add("bar-line");
    VBox both = new VBox(words, line);
    both.getStyleClass().add("covered");
    return both;
  }

  private Node debt(StudySum.Debt debt) {
    ListRow row = new ListRow(Texts.count("study.debt", debt.interviews(), lacks(debt.gap())));
    return row.onOpen(
        () -> model.exits().showInterviews().accept(model.id(), Optional.of(debt.gap())));
  }

  private static String lacks(Gap gap) {
    return Texts.text("interviews.gap." + gap.name().toLowerCase(Locale.ROOT));
  }

  private Node person(StudySum.Person person) {
    String name =
        person.pseudonym().isBlank() ? Texts.text("participants.unnamed") : person.pseudonym();
    return new ListRow(name)
        .lead(Icon.PARTICIPANT)
        .state(person.interviews() == 1 ? "" : Texts.count("home.interviews", person.interviews()))
        .onOpen(() -> model.exits().openParticipant().accept(person.id()));
  }
}
