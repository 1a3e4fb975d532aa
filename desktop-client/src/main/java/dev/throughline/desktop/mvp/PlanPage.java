package dev.throughline.desktop.mvp;

import dev.throughline.desktop.mvp.PlanDetail.OfMvp;
import dev.throughline.desktop.mvp.PlanDetail.OfSprint;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Sprint;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How one idea is built. {@link PlanViewModel#close} the model when it is left for good. */
public final class PlanPage extends StackPane {
  private final PlanViewModel model;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader(Texts.text("mvp.page"));
  private final KeptRows<OfMvp, MvpView> mvps;
  private final KeptRows<OfSprint, SprintView> sprints;
  private final VBox nothing = new VBox();
  private SortedMap<RecordId, String> people = new TreeMap<>();
  private boolean isBuilt;
  private boolean showsGone;

  public PlanPage(PlanViewModel model) {
    this.model = model;
    getStyleClass().addAll("idea-page", "plan-page");
    mvps =
        new KeptRows<>(
            of -> of.mvp().id(), () -> new MvpView(model), (view, of) -> view.show(of, people));
    sprints =
        new KeptRows<>(
            of -> of.sprint().id(),
            () -> new SprintView(model),
            (view, of) -> view.show(of, people));
    mvps.getStyleClass().add("plan-parts");
    sprints.getStyleClass().add("plan-parts");
    gated(mvps, Mvp.KIND.name());
    gated(sprints, Sprint.KIND.name());
    nothing
        .getChildren()
        .add(
            new EmptyPlace(
                Icon.EXPERIMENT, Texts.text("mvp.empty.title"), Texts.text("mvp.empty")));
    nothing.getStyleClass().add("plan-nothing");
    nothing.managedProperty().bind(nothing.visibleProperty());
    header.actions(
        Buttons.withCommand(
            Buttons.standard(Texts.text("mvp.idea"), Icon.IDEA, model::openIdea), "plan.idea"),
        Buttons.withCommand(
            Buttons.standard(Texts.text("sprint.new"), Icon.CALENDAR, model::addSprint),
            "plan.sprint"),
        Buttons.withCommand(
            Buttons.primary(Texts.text("mvp.new"), Icon.ADD, model::addMvp), "plan.mvp"));
    sheet.content(Sheet.column(LoadingBars.afterPatience()));
    getChildren().add(sheet);
    model.detailProperty().subscribe(detail -> detail.ifPresent(this::show));
    model.goneProperty().subscribe(this::showGone);
  }

  private void gated(Node part, String kind) {
    WriteGate.on(part, model.parts().permissions().refusal(kind));
  }

  /** Saves what is typed in a line that still has the caret. */
  public void finish() {
    if (isFocusWithin() && getScene() != null) {
      getScene().getRoot().requestFocus();
    }
  }

  private void show(PlanDetail detail) {
    people = detail.people();
    header
        .secondProperty()
        .set(detail.idea().title().isBlank() ? Texts.text("idea.untitled") : detail.idea().title());
    nothing.setVisible(detail.isEmpty());
    mvps.show(detail.mvps());
    sprints.show(detail.sprints());
    if (!isBuilt) {
      isBuilt = true;
      build();
    }
    model
        .takeFresh(id -> mvps.row(id).isPresent() || sprints.row(id).isPresent())
        .ifPresent(id -> Platform.runLater(() -> typeIn(id)));
  }

  /** What was just made is named and filled in next. */
  private void typeIn(RecordId made) {
    mvps.row(made)
        .ifPresent(
            view -> {
              sheet.reveal(view);
              view.typeNow();
            });
    sprints
        .row(made)
        .ifPresent(
            view -> {
              sheet.reveal(view);
              view.typeNow();
            });
  }

  private void build() {
    sheet.header(header);
    sheet.body(Texts.text("mvp.page"), nothing, mvps, sprints);
  }

  private void showGone(boolean isGone) {
    if (isGone) {
      isBuilt = false;
      showsGone = true;
      sheet.setTop(null);
      sheet.content(
          new StackPane(
              new EmptyPlace(Icon.DELETE, Texts.text("idea.gone.title"), Texts.text("idea.gone"))));
    } else if (showsGone) {
      showsGone = false;
      model.detailProperty().get().ifPresent(this::show);
    }
  }
}
