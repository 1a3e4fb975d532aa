package dev.throughline.desktop.shell;

import dev.throughline.desktop.command.Commands;
import dev.throughline.desktop.command.Keymap;
import dev.throughline.desktop.palette.PaletteView;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.ActivityPanel;
import dev.throughline.desktop.ui.notice.Announcer;
import dev.throughline.desktop.ui.notice.SyncPill;
import dev.throughline.desktop.ui.notice.ToastArea;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The whole window as one region, for any scene that a {@code Theme} has dressed. Top bar, rail,
 * the current place, the context panel, the status bar, and toasts above them.
 */
public final class MainWindow extends StackPane {
  /** Narrower than this many text heights (1360 at 100 %), the rail folds for places that ask. */
  private static final double FOLD_ASKED_BELOW_EM = 1360 / 13.0;

  /** Narrower than this (900 at 100 %), the rail folds for every place. */
  private static final double FOLD_ALWAYS_BELOW_EM = 900 / 13.0;

  /** Narrower than this (730 at 100 %), the context panel leaves the page more room. */
  private static final double NARROW_BELOW_EM = 730 / 13.0;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final ShellViewModel model;
  private final Rail rail;
  private final ObservableValue<Double> textHeight;
  private final StackPane centre = new StackPane();
  private final HBox middle = new HBox(centre);
  private final VBox column = new VBox(middle);
  private final StackPane context = new StackPane();
  private final Map<String, Region> views = new HashMap<>();
  private final TopBar top;
  private final ToastArea toasts;
  private final SheetLayer sheets = new SheetLayer();
  private final List<Region> panes;

  /** The ids name the places that the pill, the avatar and {@code Ctrl+,} open. */
  public MainWindow(ShellViewModel model, String syncPlace, String settingsPlace) {
    this.model = model;
    this.rail = new Rail(model);
    this.textHeight = rail.textHeight();
    getStyleClass().add("tl-window");
    Runnable openSettings = () -> model.open(settingsPlace);
    var frame = new BorderPane();
    this.top = new TopBar(model, openSettings);
    frame.setTop(top);
    frame.setLeft(rail.scrolling());
    frame.setCenter(column);
    VBox.setVgrow(middle, Priority.ALWAYS);
    var status =
        new StatusBar(
            model,
            () -> {
              String wanted = model.pillPlaceProperty().get();
              model.open(wanted.isEmpty() ? syncPlace : wanted);
            });
    frame.setBottom(status);
    middle.getStyleClass().add("tl-centre");
    HBox.setHgrow(centre, Priority.ALWAYS);
    centre.setMinWidth(0);
    var activity = new ActivityPanel(model.activity());
    var above = new StackPane(activity);
    above.getStyleClass().add("tl-above-status");
    above.setPickOnBounds(false);
    above.setMinSize(0, 0);
    StackPane.setAlignment(above, Pos.BOTTOM_RIGHT);
    toasts = new ToastArea(model.toasts());
    // The panel stands where the toasts do, and has them all.
    toasts.visibleProperty().bind(activity.visibleProperty().not());
    getChildren().addAll(frame, toasts, above, new Announcer(model.activity().spokenProperty()));
    getChildren().add(new Announcer(SyncPill.spoken(model.pillProperty())));
    getChildren().addAll(sheets, new QuestionView(model.questionProperty()));
    setUpContext();
    model.locationProperty().subscribe(this::showPlace);
    middle.setMinHeight(0);
    widthProperty().subscribe(width -> fold());
    textHeight.subscribe(size -> fold());
    this.panes = List.of(rail, centre, context, activity, status);
  }

  /**
   * Gives the window its commands: keys, menu, palette and what is said beside buttons.
   *
   * @param refusals why a command, by its id, may not be used for want of a right
   */
  public void equip(
      Commands commands,
      Keymap keymap,
      Function<String, ObservableValue<Optional<String>>> refusals,
      PaletteViewModel palette) {
    getChildren().add(new PaletteView(palette));
    new CommandKeys(
            commands,
            keymap,
            () ->
                palette.openProperty().get()
                    || sheets.showingProperty().get()
                    || model.questionProperty().get().isPresent())
        .on(this);
    top.equip(
        new CommandMenu(commands, keymap), () -> palette.open(PaletteViewModel.Mode.EVERYTHING));
    new WindowKeyNames(commands, keymap, refusals).on(this);
  }

  /** Where what is signed is shown above the window. */
  public SheetLayer sheets() {
    return sheets;
  }

  /** Stands below every place, beside the rail. */
  public void below(Region strip) {
    column.getChildren().add(strip);
    // Toasts stand above it.
    toasts
        .translateYProperty()
        .bind(
            Bindings.when(strip.visibleProperty())
                .then(strip.heightProperty().negate())
                .otherwise(0));
  }

  /** Stands in the top bar, left of the menu. */
  public void atTop(Node control) {
    top.add(control);
  }

  /** Lays something over the whole window, above everything that is there. */
  public void overlay(Node layer) {
    getChildren().add(layer);
  }

  private void setUpContext() {
    context.getStyleClass().add("tl-context");
    context.setAccessibleRole(AccessibleRole.NODE);
    context.setAccessibleText(Texts.text("shell.context"));
    model.contextProperty().subscribe(this::showContext);
  }

  private void showContext(Optional<ContextPanel> panel) {
    context.getChildren().clear();
    middle.getChildren().remove(context);
    panel.ifPresent(
        shown -> {
          context.getChildren().add(new Sheet().content(shown.view().get()));
          middle.getChildren().add(context);
        });
  }

  private void showPlace(Location here) {
    var view = views.computeIfAbsent(here.place(), id -> model.place(id).view().get());
    centre.getChildren().setAll(view);
    fold();
  }

  private void fold() {
    foldRail();
    double em = getWidth() / textHeight.getValue();
    context.pseudoClassStateChanged(NARROW, em < NARROW_BELOW_EM);
  }

  /** The root's font size carries the person's scale, so the limit grows with the text. */
  private void foldRail() {
    double limit = model.foldsRail() ? FOLD_ASKED_BELOW_EM : FOLD_ALWAYS_BELOW_EM;
    rail.fold(getWidth() > 0 && getWidth() < limit * textHeight.getValue());
  }

  /** Moves the focus on to the next part of the window. */
  public void nextPane() {
    if (getScene() != null) {
      Panes.next(panes, getScene().getFocusOwner());
    }
  }
}
