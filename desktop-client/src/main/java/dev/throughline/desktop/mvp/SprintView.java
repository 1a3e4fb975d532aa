package dev.throughline.desktop.mvp;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.idea.PersonBox;
import dev.throughline.desktop.mvp.PlanDetail.OfSprint;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.CriterionState;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.plan.SprintStatus;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One sprint: when, what for, what is reached on the way, and what it is accepted by. */
final class SprintView extends VBox {
  private final PlanViewModel model;
  private final Editors editors;
  private final InPlaceFieldView title;
  private final InPlaceFieldView goal;
  private final ComboBox<SprintStatus> status;
  private final InPlaceFieldView start;
  private final InPlaceFieldView end;
  private final PersonBox owner;
  private final Label backwards =
      Labels.wrapping(Labels.state(Chip.State.STALE, Icon.WARNING, Texts.text("sprint.backwards")));
  private final SectionHeader way = new SectionHeader(Texts.text("sprint.milestones"));
  private final KeptRows<Milestone, MilestoneLine> milestones;
  private final SectionHeader accepted = new SectionHeader(Texts.text("sprint.criteria"));
  private final KeptRows<Criterion, CriterionLine> criteria;
  private final NewLineField milestone;
  private Optional<RecordId> now = Optional.empty();

  SprintView(PlanViewModel model) {
    this.model = model;
    this.editors = new Editors(model.edits(), Sprint.KIND, "sprint.step.change");
    title = editors.text("sprint.title", Sprint.TITLE, Sprint.TITLE_LENGTH_MAX);
    title.getStyleClass().add("title");
    goal = editors.text("sprint.goal", Sprint.GOAL, Sprint.GOAL_LENGTH_MAX);
    status =
        editors.choice(
            "sprint.status",
            Sprint.STATUS,
            List.of(SprintStatus.values()),
            SprintStatus::wireName,
            one -> Texts.text("sprint.status." + one.wireName()));
    start = editors.day("sprint.start", Sprint.START);
    end = editors.day("sprint.end", Sprint.END);
    owner = editors.person("sprint.owner", Sprint.OWNER);
    milestones = new KeptRows<>(Milestone::id, () -> new MilestoneLine(model), MilestoneLine::show);
    criteria = new KeptRows<>(Criterion::id, () -> new CriterionLine(model), CriterionLine::show);
    milestone = new NewLineField(Texts.text("sprint.milestone.new"), this::addMilestone);
    getStyleClass().add("plan-part");
    backwards.managedProperty().bind(backwards.visibleProperty());
    getChildren()
        .addAll(
            head(),
            lines(way, milestones, milestone),
            lines(
                accepted,
                criteria,
                new NewLineField(Texts.text("sprint.criterion.new"), this::addCriterion)));
  }

  /** Puts the caret where the next milestone is typed. */
  void typeNow() {
    milestone.requestFocus();
  }

  private Node head() {
    VBox head = new VBox();
    LineBox.lay(
        head,
        title,
        new Node[] {editors.remove("sprint.remove", "sprint.step.remove")},
        status,
        start,
        end,
        owner);
    head.getChildren().addAll(backwards, goal);
    return head;
  }

  private static VBox lines(Node header, Node rows, Node fresh) {
    VBox all = new VBox(header, rows, fresh);
    all.getStyleClass().add("idea-lines");
    return all;
  }

  void show(OfSprint of, SortedMap<RecordId, String> people) {
    Sprint sprint = of.sprint();
    now = Optional.of(sprint.id());
    editors.show(
        sprint.id(),
        () -> {
          title.show(sprint.title());
          goal.show(sprint.goal());
          editors.show(
              status, Sprint.STATUS, sprint.status(), Value.text(sprint.status().wireName()));
          start.show(sprint.start().map(DayWords::shown).orElse(""));
          end.show(sprint.end().map(DayWords::shown).orElse(""));
          editors.show(owner, Sprint.OWNER, sprint.owner(), people);
        });
    backwards.setVisible(sprint.endsBeforeItStarts());
    milestones.show(of.milestones());
    criteria.show(of.criteria());
    long reached = of.milestones().stream().filter(Milestone::isReached).count();
    way.note(of(reached, of.milestones().size()));
    long met = of.criteria().stream().filter(one -> one.state() == CriterionState.MET).count();
    accepted.note(of(met, of.criteria().size()));
  }

  private static String of(long some, int all) {
    return all == 0 ? "" : Texts.text("sprint.of", some, all);
  }

  private void addMilestone(String text, Runnable otherwise) {
    now.ifPresent(
        id ->
            model
                .edits()
                .make(
                    "sprint.step.milestone",
                    Milestone.KIND,
                    id,
                    Map.of(Milestone.TEXT, Value.text(Ideas.line(text, Milestone.TEXT_LENGTH_MAX))),
                    otherwise));
  }

  private void addCriterion(String text, Runnable otherwise) {
    now.ifPresent(
        id ->
            model
                .edits()
                .make(
                    "sprint.step.criterion",
                    Criterion.KIND,
                    id,
                    Map.of(Criterion.TEXT, Value.text(Ideas.line(text, Criterion.TEXT_LENGTH_MAX))),
                    otherwise));
  }
}
