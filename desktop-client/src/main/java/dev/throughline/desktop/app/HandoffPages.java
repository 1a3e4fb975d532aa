package dev.throughline.desktop.app;

import dev.throughline.desktop.approval.SignAside;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignView;
import dev.throughline.desktop.handoff.HandoffExits;
import dev.throughline.desktop.handoff.HandoffPage;
import dev.throughline.desktop.handoff.HandoffParts;
import dev.throughline.desktop.handoff.HandoffViewModel;
import dev.throughline.desktop.handoff.HandoffsPlace;
import dev.throughline.desktop.handoff.HandoffsViewModel;
import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.release.Aim;
import dev.throughline.desktop.release.ReleaseViewModel;
import dev.throughline.desktop.release.RollbackView;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.SheetLayer;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The handoffs and, as a page of them, the one that is open. Leaving a page saves it. */
final class HandoffPages extends StackPane {
  private final HandoffParts parts;
  private final Chooser chooser;
  private final BiConsumer<RecordId, Optional<RecordId>> toSource;
  private final HandoffsViewModel handoffs;
  private @Nullable ShellViewModel shell;
  private @Nullable HandoffsPlace place;
  private @Nullable Consumer<RecordId> door;
  private @Nullable SheetLayer sheets;
  private Optional<Open> open = Optional.empty();
  private Optional<Left> left = Optional.empty();

  /** The handoff that is shown. */
  private record Open(HandoffViewModel model, HandoffPage page) {}

  /** The item that was chosen on the page that was left last; on return it is chosen again. */
  private record Left(RecordId handoff, RecordId item) {}

  /**
   * @param chooser lets people choose one of many
   * @param toSource shows an interview, at a turn if there is one
   */
  HandoffPages(
      HandoffParts parts, Chooser chooser, BiConsumer<RecordId, Optional<RecordId>> toSource) {
    this.parts = parts;
    this.toSource = toSource;
    this.chooser = chooser;
    this.handoffs = new HandoffsViewModel(parts, exits(), chooser);
  }

  /**
   * Follows where the window is.
   *
   * @param toRecord shows the page any record stands on
   * @param layer where what is signed is shown
   */
  void follow(ShellViewModel window, Consumer<RecordId> toRecord, SheetLayer layer) {
    shell = window;
    door = toRecord;
    sheets = layer;
    window.locationProperty().subscribe(this::show);
  }

  private HandoffExits exits() {
    return new HandoffExits(
        id -> go(PlaceIds.HANDOFFS, PlaceIds.handoff(id)),
        id -> {
          if (door != null) {
            door.accept(id);
          }
        },
        toSource,
        id -> go(PlaceIds.IDEAS, PlaceIds.plan(id)),
        new SystemBrowser()::open,
        id -> go(PlaceIds.HISTORY, id.toString()),
        this::sign,
        this::order);
  }

  private void sign(SignCase about, SignAside aside) {
    if (sheets != null) {
      SheetLayer layer = sheets;
      SignView view = new SignView(parts.signing(), about, aside, layer::hide);
      layer.show(view, view::begin);
    }
  }

  private void order(ReleaseViewModel model, Aim aim, Purpose purpose) {
    if (sheets != null) {
      SheetLayer layer = sheets;
      RollbackView view = new RollbackView(model, aim, purpose, layer::hide);
      layer.show(view, view::begin);
    }
  }

  private void go(String to, String page) {
    if (shell != null) {
      shell.open(to, page);
    }
  }

  private void show(Location here) {
    boolean isHere = here.place().equals(PlaceIds.HANDOFFS);
    Optional<RecordId> handoff = isHere ? PlaceIds.handoffOf(here.page()) : Optional.empty();
    if (handoff.isPresent() && open.map(shown -> shown.model().id()).equals(handoff)) {
      return;
    }
    close();
    if (handoff.isPresent()) {
      open(handoff.get());
    } else if (isHere) {
      getChildren().setAll(place());
    } else {
      getChildren().clear();
    }
  }

  private HandoffsPlace place() {
    if (place == null) {
      place = new HandoffsPlace(handoffs);
    }
    return place;
  }

  private void open(RecordId id) {
    HandoffViewModel model = new HandoffViewModel(parts, exits(), chooser, id);
    HandoffPage page =
        WriteGate.on(
            new HandoffPage(model), parts.ideas().permissions().refusal(Handoff.KIND.name()));
    left.filter(it -> it.handoff().equals(id)).ifPresent(it -> model.choose(it.item()));
    open = Optional.of(new Open(model, page));
    getChildren().setAll(page);
  }

  /** The handoff that is shown. */
  Optional<HandoffViewModel> model() {
    return open.map(Open::model);
  }

  void create() {
    handoffs.create();
  }

  /** Makes a handoff of an idea and opens it. */
  void create(RecordId idea) {
    handoffs.create(idea);
  }

  /** What each is called. */
  List<HandoffsViewModel.Title> titles() {
    return handoffs.titles();
  }

  /** Saves what is typed; returns when it is asked for. */
  void flush() {
    open.ifPresent(shown -> shown.page().finish());
  }

  /** Closes the open page after saving it. */
  void close() {
    open.ifPresent(
        shown -> {
          shown.page().finish();
          left = shown.model().chosenId().map(item -> new Left(shown.model().id(), item));
          shown.model().close();
        });
    open = Optional.empty();
  }
}
