package dev.throughline.desktop.approval;

import dev.throughline.desktop.consent.Footing;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How many have signed, and a seat for each who has to. */
@PartOfView("the strip below the head of a handoff")
public final class SeatsView extends VBox {
  private final ShownTime time;
  private final Label count = Labels.h3("");
  private final FlowPane seats = new FlowPane();
  private final VBox said = new VBox();
  private final Label line = Labels.wrapping(Labels.small(""));

  public SeatsView(ShownTime time) {
    this.time = time;
    getStyleClass().add("approval-seats");
    seats.getStyleClass().add("seats");
    HBox head = new HBox(count, Labels.muted(Texts.text("approval.signed")));
    head.getStyleClass().add("head");
    getChildren().addAll(head, seats, said, line);
    managedProperty().bind(visibleProperty());
    line.managedProperty().bind(line.textProperty().isNotEmpty());
    setVisible(false);
  }

  public void show(Optional<SignCase> about) {
    setVisible(about.isPresent());
    about.ifPresent(this::show);
  }

  private void show(SignCase about) {
    List<Tally.Seat> all = Tally.seats(about.policy());
    int taken = all.size() - about.tally().empty().size();
    count.setText(Texts.text("approval.count", taken, all.size()));
    seats.getChildren().setAll(all.stream().map(seat -> seat(seat, about)).toList());
    said.getChildren()
        .setAll(about.approval().votes().stream().map(cast -> words(cast, about)).toList());
    line.setText(line(about));
    line.getStyleClass().removeAll("tl-muted", "tl-stale", "tl-stopped", "tl-ready");
    boolean isWeaker =
        about.isOutdated() || (about.approval().isOpen() && about.count(Footing.WITHDRAWN) > 0);
    line.getStyleClass().add(isWeaker ? "tl-stale" : tone(about.approval().state()));
  }

  private static String tone(ApprovalState state) {
    return switch (state) {
      case MET -> "tl-ready";
      case CHANGED, EXPIRED -> "tl-stale";
      case REJECTED -> "tl-stopped";
      case DRAFT, OPEN, SPENT -> "tl-muted";
    };
  }

  private String line(SignCase about) {
    boolean isOver = about.isLate() && about.approval().isOpen();
    String state =
        about.isOutdated()
            ? ApprovalWords.obstacle(about)
            : Texts.text(
                "approval.state." + (isOver ? "expired" : about.approval().state().wireName()));
    String mine = about.mine().map(vote -> " " + ApprovalWords.mine(vote, time)).orElse("");
    String alarm = about.approval().isOpen() ? SignWords.alarm(about) : "";
    return (alarm + " " + state + mine).strip();
  }

  /** What somebody said beyond a plain go: no, why, and what is still to be done. */
  private Node words(Cast cast, SignCase about) {
    Statement said = about.statements().get(cast.vote());
    VBox words = new VBox();
    if (said == null || (said.answer() == Answer.GO && said.note().isBlank())) {
      return words;
    }
    String who = ApprovalWords.name(cast.person(), about.people());
    String answer =
        Texts.text("approval.said", who, ApprovalWords.answer(cast.answer()), said.note());
    words.getChildren().add(Labels.wrapping(Labels.body(answer.strip())));
    for (Statement.Condition one : said.conditions()) {
      String owner = one.owner().map(id -> ApprovalWords.name(id, about.people())).orElse("");
      String line =
          Texts.text(
              owner.isEmpty() ? "approval.condition" : "approval.condition.of",
              one.text(),
              DayWords.shown(one.due()),
              owner);
      words.getChildren().add(Labels.wrapping(Labels.small(line)));
    }
    return words;
  }

  private Node seat(Tally.Seat seat, SignCase about) {
    Optional<RecordId> person = about.tally().in(seat);
    Optional<Cast> cast =
        person.flatMap(
            who ->
                about.approval().votes().stream()
                    .filter(vote -> vote.person().equals(who))
                    .findFirst());
    Label face = Avatar.row(person.map(who -> about.people().getOrDefault(who, "")).orElse(""));
    Label role = Labels.h3(ApprovalWords.roles(seat.group().roles()));
    Label what =
        Labels.small(
            person
                .map(
                    who ->
                        ApprovalWords.name(who, about.people())
                            + ": "
                            + cast.map(
                                    its ->
                                        ApprovalWords.answer(its.answer())
                                            + ", "
                                            + ApprovalWords.times(its, time))
                                .orElse(""))
                .orElse(Texts.text("approval.seat.open")));
    if (person.isEmpty()) {
      face.setGraphic(Icon.PERSON.line());
    }
    VBox words = new VBox(role, what);
    HBox line = new HBox(face, words);
    line.getStyleClass().add("seat-of");
    return line;
  }
}
