package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.ChoiceWords;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.NewLineField;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.AssumptionState;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What must be true for an idea to work, the riskiest untested first. */
final class AssumptionsView extends VBox {
  private static final RecordId NOBODYS = new RecordId(new UUID(0, 0));

  private final IdeaViewModel model;
  private final SectionHeader header = new SectionHeader(Texts.text("idea.assumptions"));
  private final KeptRows<Assumption, Row> rows =
      new KeptRows<>(Assumption::id, () -> new Row(), Row::show);
  private final NewLineField fresh;

  AssumptionsView(IdeaViewModel model) {
    this.model = model;
    this.fresh = new NewLineField(Texts.text("idea.assumption.new"), model::assume);
    getStyleClass().add("idea-lines");
    getChildren().addAll(header, rows, fresh);
  }

  /** Puts the caret where the next assumption is typed. */
  void typeNow() {
    fresh.requestFocus();
  }

  void show(List<Assumption> all) {
    long untested = all.stream().filter(one -> !one.isTested()).count();
    header.note(untested == 0 ? "" : Texts.count("idea.untested", untested));
    rows.show(all);
  }

  /** One assumption, edited where it stands. */
  private final class Row extends VBox {
    private Assumption now = Assumption.from(NOBODYS, Map.of());
    private final InPlaceFieldView text =
        new InPlaceFieldView(
            Texts.text("idea.assumption"),
            Texts.text("idea.assumption.prompt"),
            (before, after) -> set(Assumption.TEXT, Value.text(before), Value.text(after.strip())));
    private final ComboBox<Integer> impact =
        scale(
            "idea.impact",
            level -> Texts.text("idea.impact." + level),
            level -> set(Assumption.IMPACT, whole(now.impact()), whole(level)));
    private final ComboBox<Integer> certainty =
        scale(
            "idea.certainty",
            level -> Texts.text("idea.certainty." + level),
            level -> set(Assumption.CERTAINTY, whole(now.certainty()), whole(level)));
    private final ComboBox<AssumptionState> state = new ComboBox<>();
    private boolean isShowing;

    Row() {
      getStyleClass().add("idea-line");
      state.getItems().setAll(AssumptionState.values());
      state.setConverter(new ChoiceWords<>(one -> Texts.text("idea.assumption." + one.wireName())));
      state.setAccessibleText(Texts.text("idea.assumption.state"));
      state.valueProperty().addListener((_, _, chosen) -> take(chosen));
      WriteGate.heed(state);
      Button remove =
          Buttons.small(
              Buttons.icon(
                  Icon.CLOSE,
                  Texts.text("idea.assumption.remove"),
                  () -> model.remove("idea.step.unassume", Assumption.KIND, now.id())));
      WriteGate.heed(remove);
      HBox first = new HBox(text, remove);
      first.getStyleClass().add("words");
      HBox.setHgrow(text, Priority.ALWAYS);
      FlowPane choices = new FlowPane(impact, certainty, state);
      choices.getStyleClass().add("choices");
      getChildren().addAll(first, choices);
    }

    void show(Assumption one) {
      now = one;
      isShowing = true;
      text.show(one.text());
      impact.setValue(one.impact());
      certainty.setValue(one.certainty());
      state.setValue(one.state());
      isShowing = false;
    }

    private void take(AssumptionState chosen) {
      if (chosen != null && !isShowing) {
        set(Assumption.STATE, Value.text(now.state().wireName()), Value.text(chosen.wireName()));
      }
    }

    private void set(String field, Value before, Value after) {
      if (!isShowing && !before.equals(after)) {
        model.set("idea.step.assume", Assumption.KIND, now.id(), field, before, after);
      }
    }

    private static Value whole(int level) {
      return Value.whole(level);
    }

    private static ComboBox<Integer> scale(
        String key, Function<Integer, String> words, IntConsumer set) {
      ComboBox<Integer> box = new ComboBox<>();
      box.getItems().setAll(IntStream.rangeClosed(0, Assumption.SCALE_MAX).boxed().toList());
      box.setConverter(new ChoiceWords<>(words));
      box.setAccessibleText(Texts.text(key));
      box.valueProperty()
          .addListener(
              (_, _, level) -> {
                if (level != null) {
                  set.accept(level);
                }
              });
      WriteGate.heed(box);
      return box;
    }
  }
}
