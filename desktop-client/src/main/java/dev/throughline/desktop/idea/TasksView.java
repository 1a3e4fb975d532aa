package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.TaskState;
import dev.throughline.model.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is to be found out before an idea is built. */
final class TasksView extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final RecordId NOBODYS = new RecordId(new UUID(0, 0));

  private final IdeaViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("idea.tasks"));
  private SortedMap<RecordId, String> people = new TreeMap<>();
  private final KeptRows<DiscoveryTask, Row> rows =
      new KeptRows<>(DiscoveryTask::id, () -> new Row(), (row, task) -> row.show(task, people));
  private final NewLineField fresh;

  TasksView(IdeaViewModel model) {
    this.model = model;
    this.fresh = new NewLineField(Texts.text("idea.task.new"), model::addTask);
    getStyleClass().add("idea-lines");
    getChildren().addAll(header, rows, fresh);
  }

  /** Puts the caret where the next task is typed. */
  void typeNow() {
    fresh.requestFocus();
  }

  void show(IdeaDetail detail) {
    List<DiscoveryTask> all = detail.tasks();
    long open = all.stream().filter(task -> !task.state().isOver()).count();
    header.note(open == 0 ? "" : Texts.count("idea.task.open", open));
    people = detail.people();
    rows.show(all);
  }

  /** One task, edited where it stands. */
  private final class Row extends VBox {
    private DiscoveryTask now = DiscoveryTask.from(NOBODYS, Map.of());
    private final InPlaceFieldView title =
        new InPlaceFieldView(
            Texts.text("idea.task"),
            Texts.text("idea.task.prompt"),
            (before, after) ->
                set(DiscoveryTask.TITLE, Value.text(before), Value.text(after.strip())));
    private final InPlaceFieldView due =
        new InPlaceFieldView(
            Texts.text("idea.task.due"), Texts.text("idea.task.due.prompt"), this::setDue);
    private final ComboBox<TaskState> state = new ComboBox<>();
    private final PersonBox owner = new PersonBox(Texts.text("idea.task.owner"), this::setOwner);
    private final InPlaceFieldView outcome =
        new InPlaceFieldView(
            Texts.text("idea.task.outcome"),
            Texts.text("idea.task.outcome.prompt"),
            (before, after) ->
                model.edit(
                    "idea.step.task",
                    DiscoveryTask.KIND,
                    now.id(),
                    DiscoveryTask.OUTCOME,
                    before,
                    after.strip()));
    private boolean isShowing;

    Row() {
      getStyleClass().add("idea-line");
      state.getItems().setAll(TaskState.values());
      state.setConverter(new ChoiceWords<>(one -> Texts.text("idea.task." + one.wireName())));
      state.setAccessibleText(Texts.text("idea.task.state"));
      state
          .valueProperty()
          .addListener(
              (_, _, chosen) -> {
                if (chosen != null) {
                  set(
                      DiscoveryTask.STATE,
                      Value.text(now.state().wireName()),
                      Value.text(chosen.wireName()));
                }
              });
      WriteGate.heed(state);
      Button remove =
          Buttons.small(
              Buttons.icon(
                  Icon.CLOSE,
                  Texts.text("idea.task.remove"),
                  () -> model.remove("idea.step.untask", DiscoveryTask.KIND, now.id())));
      WriteGate.heed(remove);
      HBox first = new HBox(title, remove);
      first.getStyleClass().add("words");
      HBox.setHgrow(title, Priority.ALWAYS);
      due.getStyleClass().add("due");
      FlowPane choices = new FlowPane(state, owner, due);
      choices.getStyleClass().add("choices");
      getChildren().addAll(first, choices, outcome);
    }

    void show(DiscoveryTask task, SortedMap<RecordId, String> people) {
      now = task;
      isShowing = true;
      title.show(task.title());
      due.show(task.due().map(DayWords::shown).orElse(""));
      state.setValue(task.state());
      owner.show(task.owner(), people);
      outcome.show(task.outcome());
      outcome.setVisible(task.state().isOver() || !task.outcome().isBlank());
      outcome.setManaged(outcome.isVisible());
      title.getStyleClass().remove("over");
      if (task.state().isOver()) {
        title.getStyleClass().add("over");
      }
      isShowing = false;
    }

    private void setDue(String before, String typed) {
      Optional<LocalDate> day = DayWords.read(typed);
      boolean isReadable = day.isPresent() || typed.isBlank();
      due.pseudoClassStateChanged(INVALID, !isReadable);
      if (isReadable) {
        set(DiscoveryTask.DUE, day(DayWords.read(before)), day(day));
      }
    }

    private static Value day(Optional<LocalDate> day) {
      return day.map(its -> Value.text(its.toString())).orElse(Value.NOTHING);
    }

    private void setOwner(Optional<RecordId> chosen) {
      set(DiscoveryTask.OWNER, Ideas.reference(now.owner()), Ideas.reference(chosen));
    }

    private void set(String field, Value before, Value after) {
      if (!isShowing && !before.equals(after)) {
        model.set("idea.step.task", DiscoveryTask.KIND, now.id(), field, before, after);
      }
    }
  }
}
