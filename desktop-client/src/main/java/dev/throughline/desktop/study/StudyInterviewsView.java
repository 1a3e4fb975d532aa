package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.WhenWords;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.TimeWords;
import dev.throughline.model.interview.Interview;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The interviews of a study, those to come first. */
final class StudyInterviewsView extends VBox {
  /** Rows on the page; the Library lists them all. */
  private static final int ROWS_MAX = 12;

  private final StudyViewModel model;
  private final VBox rows = new VBox();
  private final SectionHeader header;

  StudyInterviewsView(StudyViewModel model) {
    this.model = model;
    Node all =
        Buttons.link(
            Texts.text("study.interviews.all"),
            () -> model.exits().showInterviews().accept(model.id(), Optional.empty()));
    header = new SectionHeader(Texts.text("study.interviews"), all);
    getChildren().addAll(header, rows);
    model.sumProperty().subscribe(this::show);
  }

  private void show(StudySum sum) {
    header.note(counts(sum));
    List<Node> nodes =
        sum.interviews().stream().limit(ROWS_MAX).map(this::row).collect(Collectors.toList());
    if (nodes.isEmpty()) {
      nodes.add(Labels.wrapping(Labels.muted(Texts.text("study.interviews.none"))));
    }
    int left = sum.interviews().size() - ROWS_MAX;
    if (left > 0) {
      nodes.add(Labels.small(Texts.count("study.interviews.more", left)));
    }
    rows.getChildren().setAll(nodes);
  }

  private static String counts(StudySum sum) {
    return Stream.of(
            sum.held() == 0 ? "" : Texts.text("study.held", sum.held()),
            sum.planned() == 0 ? "" : Texts.text("study.planned", sum.planned()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Node row(InterviewRow row) {
    Interview interview = row.interview();
    String title = title(row);
    String when =
        interview.date().map(day -> WhenWords.day(day, model.today())).orElse("")
            + interview.time().map(at -> " " + TimeWords.shown(at)).orElse("");
    ListRow line =
        new ListRow(title)
            .lead(Icon.SESSION)
            .second(second(row))
            .state(when.strip())
            .onOpen(() -> model.exits().openSession().accept(interview.id()));
    line.setAccessibleHelp(when.strip());
    return line;
  }

  private static String title(InterviewRow row) {
    String title = row.interview().title();
    if (!title.isBlank()) {
      return title;
    }
    return row.participant().isBlank()
        ? Texts.text("interviews.untitled")
        : Texts.text("interviews.with", row.participant());
  }

  private static String second(InterviewRow row) {
    String status = Texts.text("session.status." + row.interview().status().wireName());
    boolean isNamed = row.participant().isBlank() || title(row).contains(row.participant());
    return Stream.of(isNamed ? "" : row.participant(), status, row.interview().place())
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(", "));
  }
}
