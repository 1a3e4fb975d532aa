package dev.throughline.desktop.mvp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.plan.LaunchCheck.Missing;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An idea becomes an MVP with a scope line and a measurement plan, and is launched. */
class PlanFlowTest {
  @TempDir Path folder;
  private WholeWindow whole;
  private RecordId idea;

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    idea = whole.window().client().ledger().newRecord();
    whole.save(
        new Draft.Set(
            idea,
            Idea.KIND.name(),
            Map.of(
                Idea.TITLE, Value.text("Say the price first"),
                Idea.STATUS, Value.text(IdeaStatus.DISCOVERY.wireName()))));
    whole.fx(
        () -> {
          whole.window().shell().open("ideas", "idea:" + idea);
          return true;
        });
    whole.await("the page is built", () -> !whole.shown("idea-score").isEmpty());
    whole.press("Ctrl+Shift+E");
    whole.await("the plan is shown", () -> !whole.shown("plan-page").isEmpty());
    whole.await("nothing is planned", () -> !whole.shown("tl-empty").isEmpty());
  }

  @AfterEach
  void close() {
    whole.close();
  }

  private LocalStore store() {
    return whole.window().client().ledger().store();
  }

  private <T> List<T> below(
      Kind kind,
      RecordId above,
      java.util.function.BiFunction<RecordId, Map<String, Value>, T> read) {
    return store().childrenOf(kind.name(), List.of(above)).stream()
        .map(view -> read.apply(view.id(), view.fields()))
        .toList();
  }

  private Mvp mvp() throws Exception {
    whole.press("Ctrl+M");
    whole.await("it is made", () -> !below(Mvp.KIND, idea, Mvp::from).isEmpty());
    whole.await("and shown", () -> !whole.shown("plan-part").isEmpty());
    return below(Mvp.KIND, idea, Mvp::from).getFirst();
  }

  private void typeInto(String prompt, String... lines) throws Exception {
    whole.fx(
        () -> {
          field(prompt).orElseThrow().requestFocus();
          return true;
        });
    for (String line : lines) {
      whole.type(line);
      whole.press("Enter");
    }
  }

  private Optional<TextField> field(String prompt) {
    return whole.scene().getRoot().lookupAll(".text-field").stream()
        .filter(TextField.class::isInstance)
        .map(TextField.class::cast)
        .filter(one -> prompt.equals(one.getPromptText()))
        .findFirst();
  }

  private void press(String name) throws Exception {
    whole.use(name);
  }

  private Optional<Button> button(String name) throws Exception {
    return whole.fx(
        () ->
            whole.scene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(one -> one.isVisible() && name.equals(one.getText()))
                .findFirst());
  }

  @Test
  void whatIsMissingIsNamedUntilItCanBeLaunched() throws Exception {
    Mvp made = mvp();
    whole.await(
        "what is in it is typed at once",
        () ->
            whole.focus() instanceof TextField field
                && field.getPromptText().equals("What is in it next?"));
    assertThat(whole.fx(() -> button("Launch").map(ButtonBase::isDisabled))).contains(true);
    assertThat(whole.fx(this::states)).doesNotContain(MvpStatus.LAUNCHED).hasSize(3);
    assertThat(
            whole.fx(
                () -> whole.window().commands().find("idea.find").orElseThrow().availability()))
        .as("there is no list to narrow")
        .isInstanceOf(Availability.Off.class);
    whole.await("it is said", () -> whole.says("a feature above the scope line"));
    typeInto("What is in it next?", "The price before the form", "Instalments");
    whole.await("both are kept", () -> below(Feature.KIND, made.id(), Feature::from).size() == 2);
    typeInto("Which number will judge it?", "Forms finished, %");
    whole.await(
        "it is kept", () -> below(Measurement.KIND, made.id(), Measurement::from).size() == 1);
    whole.await("it asks for more", () -> whole.says("a target for every number"));
    Measurement plan = below(Measurement.KIND, made.id(), Measurement::from).getFirst();
    whole.save(
        new Draft.Set(
            plan.id(),
            Measurement.KIND.name(),
            Map.of(
                Measurement.TARGET, Value.text("40"),
                Measurement.METHOD, Value.text("Two weeks, everybody who opened the form"))));
    whole.await("nothing is missing", () -> whole.says("Nothing is missing"));
    press("Launch");
    whole.await("it is launched", () -> status(made) == MvpStatus.LAUNCHED);
    assertThat(below(Mvp.KIND, idea, Mvp::from).getFirst().launch()).isPresent();
    assertThat(idea().status()).isEqualTo(IdeaStatus.MVP);
    whole.await("and says so", () -> whole.says("Launched on"));
    whole.press("Ctrl+K");
    whole.type(">Undo");
    whole.press("Enter");
    whole.await("one undo takes both back", () -> status(made) == MvpStatus.PLANNED);
    assertThat(idea().status()).isEqualTo(IdeaStatus.DISCOVERY);
    assertThat(below(Mvp.KIND, idea, Mvp::from).getFirst().launch()).isEmpty();
  }

  private List<Object> states() {
    return whole.scene().getRoot().lookupAll(".plan-part .combo-box").stream()
        .map(ComboBox.class::cast)
        .map(box -> List.<Object>copyOf(box.getItems()))
        .filter(items -> items.contains(MvpStatus.PLANNED))
        .findFirst()
        .orElseThrow();
  }

  private MvpStatus status(Mvp mvp) {
    return Mvp.from(mvp.id(), store().find(mvp.id()).orElseThrow().fields()).status();
  }

  private Idea idea() {
    return Idea.from(idea, store().find(idea).orElseThrow().fields());
  }

  @Test
  void aFeatureGoesOverTheScopeLineAndComesBack() throws Exception {
    Mvp made = mvp();
    typeInto("What is in it next?", "Instalments");
    whole.await("it is kept", () -> !below(Feature.KIND, made.id(), Feature::from).isEmpty());
    whole.await("and shown", () -> button("Leave for later").isPresent());
    press("Leave for later");
    whole.await(
        "it waits",
        () ->
            below(Feature.KIND, made.id(), Feature::from).getFirst().scope() == FeatureScope.LATER);
    whole.await("below the line", () -> button("Take into the MVP").isPresent());
    press("Take into the MVP");
    whole.await("it is in", () -> below(Feature.KIND, made.id(), Feature::from).getFirst().isIn());
  }

  @Test
  void aSprintHasMilestonesAndCriteria() throws Exception {
    press("New sprint");
    whole.await("it is made", () -> !below(Sprint.KIND, idea, Sprint::from).isEmpty());
    Sprint sprint = below(Sprint.KIND, idea, Sprint::from).getFirst();
    assertThat(sprint.title()).isEqualTo("Sprint 1");
    whole.await("and shown", () -> field("What is reached next?").isPresent());
    typeInto("What is reached next?", "Both workshops take part");
    typeInto("What else must hold?", "Nothing is lost offline");
    whole.await("it is kept", () -> !below(Milestone.KIND, sprint.id(), Milestone::from).isEmpty());
    whole.save(
        new Draft.Set(
            sprint.id(),
            Sprint.KIND.name(),
            Map.of(Sprint.START, Value.text("2026-12-04"), Sprint.END, Value.text("2026-12-01"))));
    whole.await("what cannot be is said", () -> whole.says("before its first"));
  }

  @Test
  void whatAMergedIdeaHadPlannedCountsWhereItWent() throws Exception {
    Mvp made = mvp();
    RecordId head = whole.window().client().ledger().newRecord();
    whole.save(
        new Draft.Set(head, Idea.KIND.name(), Map.of(Idea.TITLE, Value.text("Price up front"))));
    whole.save(
        new Draft.Set(
            idea, Idea.KIND.name(), Map.of(Idea.MERGED_INTO, Value.text(head.toString()))));
    List<PlanDetail.OfMvp> mvps =
        new PlanReader(store()).read(head, List.of(head, idea)).orElseThrow().mvps();
    assertThat(mvps).singleElement().satisfies(of -> assertThat(of.mvp()).isEqualTo(made));
    assertThat(mvps.getFirst().missing()).contains(Missing.FEATURES);
  }
}
