package dev.throughline.desktop.app;

import dev.throughline.desktop.find.FindEverywhere;
import dev.throughline.desktop.find.FindEverywherePage;
import dev.throughline.desktop.find.FindExits;
import dev.throughline.desktop.find.FindWarmUp;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.interview.SessionExits;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.interview.SessionParts;
import dev.throughline.desktop.interview.SessionViewModel;
import dev.throughline.desktop.interview.SessionWarmUp;
import dev.throughline.desktop.library.LibraryPlace;
import dev.throughline.desktop.shell.ContextPanel;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Frames;
import dev.throughline.model.id.RecordId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The library and, as a page of it, the session that is open. Leaving a page saves it. */
final class LibraryPages extends StackPane {
  private final Models models;
  private final SessionParts parts;
  private boolean isFitting;
  private final BooleanProperty details = new SimpleBooleanProperty(this, "details", true);
  private final PlanningPages planning;
  private Optional<Open> open = Optional.empty();
  private Optional<FoundPlace> wanted = Optional.empty();
  private Consumer<SessionViewModel> sessionWatch = model -> {};
  private @Nullable LibraryPlace table;
  private @Nullable FindEverywherePage everywhere;
  private @Nullable ShellViewModel shell;
  private @Nullable SessionExits exits;

  /** The session page that is shown. */
  private record Open(RecordId interview, SessionViewModel model, SessionPage page) {}

  LibraryPages(Models models, SessionParts parts, PlanningPages planning) {
    this.models = models;
    this.parts = parts;
    this.planning = planning;
  }

  /** Made when first asked for, like every page: the window shows sooner without it. */
  private LibraryPlace table() {
    if (table == null) {
      table = new LibraryPlace(models.library(), models.imports());
      table.leadTo(() -> openPage(PlaceIds.STUDIES), () -> openPage(PlaceIds.PARTICIPANTS));
    }
    return table;
  }

  /** What a session needs, a piece at a time; all of it is thrown away. */
  List<Supplier<Parent>> sessionPieces() {
    return exits == null ? List.of() : SessionWarmUp.pieces(parts, exits);
  }

  /** What the other pages here need; most of it is thrown away. */
  List<Supplier<Parent>> pieces() {
    List<Supplier<Parent>> pieces = new ArrayList<>();
    pieces.add(
        () -> {
          table();
          return new StackPane();
        });
    // Where they stand afterwards they are taken out of there.
    pieces.add(() -> table().pieces().getFirst().get());
    pieces.add(() -> table().pieces().getLast().get());
    pieces.addAll(FindWarmUp.pieces(parts.time().withZone(parts.zone())));
    return pieces;
  }

  private FindEverywherePage everywhere() {
    if (everywhere == null) {
      Clock clock = parts.time().withZone(parts.zone());
      everywhere =
          new FindEverywherePage(
              new FindEverywhere(
                  models.findSource(),
                  parts.ui(),
                  clock,
                  new FindExits(
                      this::show,
                      study -> openPage(PlaceIds.study(study)),
                      who -> openPage(PlaceIds.participant(who)))));
    }
    return everywhere;
  }

  private void openPage(String page) {
    if (shell != null) {
      shell.open(PlaceIds.LIBRARY, page);
    }
  }

  /** The table where people see it: its dialogs and fields belong to a window. */
  private LibraryPlace tableShown() {
    if (table().getScene() == null) {
      openPage("");
    }
    return table();
  }

  void follow(ShellViewModel window, SessionExits ways) {
    shell = window;
    exits = ways;
    window.locationProperty().subscribe(this::show);
  }

  private void show(Location here) {
    Optional<RecordId> session =
        here.place().equals(PlaceIds.LIBRARY) ? PlaceIds.interview(here.page()) : Optional.empty();
    if (open.map(Open::interview).equals(session) && session.isPresent()) {
      return;
    }
    close();
    if (session.isPresent()) {
      openSession(session.get());
    } else if (here.place().equals(PlaceIds.LIBRARY)) {
      getChildren().setAll(home(here));
    } else {
      getChildren().clear();
    }
  }

  private Region home(Location here) {
    return here.page().equals(PlaceIds.FIND)
        ? everywhere()
        : planning.page(here.page()).orElseGet(this::table);
  }

  /** Opens the page a place is on and shows it there. */
  void show(FoundPlace place) {
    if (shell == null) {
      return;
    }
    wanted = Optional.of(place);
    shell.open(PlaceIds.LIBRARY, PlaceIds.session(place.interview()));
    showWanted();
  }

  private void showWanted() {
    Optional<FoundPlace> place = wanted;
    open.filter(
            shown -> place.map(FoundPlace::interview).filter(shown.interview()::equals).isPresent())
        .ifPresent(
            shown -> {
              wanted = Optional.empty();
              place.ifPresent(shown.page()::find);
            });
  }

  /** Puts the caret into the field of find everywhere, when its page is shown. */
  void typeToFind() {
    everywhere().typeNow();
  }

  private void openSession(RecordId interview) {
    if (exits == null || shell == null) {
      return;
    }
    SessionViewModel model = new SessionViewModel(parts, exits, interview);
    SessionPage page = new SessionPage(model);
    open = Optional.of(new Open(interview, model, page));
    getChildren().setAll(page);
    sessionWatch.accept(model);
    page.detailsShownProperty().set(details.get());
    // The page first, what stands beside it with the next frame: together they make a long one.
    Frames.next(() -> showDetails(page));
    if (wanted.isEmpty()) {
      page.typeNow();
    }
  }

  private void wish(boolean isShown) {
    if (!isFitting) {
      details.set(isShown);
    }
  }

  /** For want of room the wish stays: there may be room again. Nobody is cut off while typing. */
  private void fitDetails(SessionPage page) {
    boolean isShown = page.detailsShownProperty().get() && page.details().getScene() != null;
    double width = getWidth() + (isShown ? page.details().getWidth() : 0);
    if (!page.details().isFocusWithin()) {
      isFitting = true;
      page.detailsShownProperty().set(details.get() && page.hasRoomForDetails(width));
      isFitting = false;
    }
  }

  private void showDetails(SessionPage page) {
    ShellViewModel window = shell;
    if (window == null || open.filter(shown -> shown.page() == page).isEmpty()) {
      return;
    }
    fitDetails(page);
    page.detailsShownProperty().addListener((_, _, shown) -> wish(shown));
    page.onTextHeight(() -> fitDetails(page));
    page.detailsShownProperty()
        .subscribe(
            shown ->
                window
                    .contextProperty()
                    .set(shown ? Optional.of(new ContextPanel(page::details)) : Optional.empty()));
  }

  /** Goes to a comment on the page that is shown. */
  void showComment(RecordId comment) {
    open.ifPresentOrElse(
        shown -> shown.page().showComment(comment), () -> planning.showComment(comment));
  }

  /** The session page that is shown. */
  Optional<SessionPage> session() {
    return open.map(Open::page);
  }

  /** Goes to the field that narrows the table. */
  void find() {
    tableShown().find();
  }

  /** Whether the table is shown with rows chosen. */
  boolean hasChosen() {
    return table != null && table.hasChosen();
  }

  void moveChosen() {
    table().moveChosen();
  }

  void markChosen() {
    table().markChosen();
  }

  void trashChosen() {
    table().trashChosen();
  }

  void chooseFiles() {
    tableShown().chooseFiles();
  }

  void chooseExport() {
    tableShown().chooseExport();
  }

  /** Asks where to and writes the workspace there as one file. */
  void chooseExportFile() {
    tableShown().chooseExportFile();
  }

  /** Asks for an exported folder and imports it. */
  void chooseFolder() {
    tableShown().chooseFolder();
  }

  /** Whether sessions show their context panel; each page begins as the last one ended. */
  BooleanProperty detailsProperty() {
    return details;
  }

  /** Told of every session page that opens. */
  void onSession(Consumer<SessionViewModel> watch) {
    sessionWatch = watch;
  }

  /** Goes to where work stopped in the session that is shown. */
  void goTo(ResumePoint point) {
    open.filter(shown -> shown.interview().equals(point.interview()))
        .ifPresent(shown -> shown.page().goTo(point));
  }

  /** Saves what the open page holds; returns when it is on disk. */
  void flush() {
    open.ifPresent(shown -> shown.model().flush());
  }

  /** Closes the open page after saving it. */
  void close() {
    open.ifPresent(
        shown -> {
          shown.page().leave();
          shown.model().flush();
          shown.model().close();
        });
    open = Optional.empty();
    planning.close();
    if (shell != null) {
      shell.contextProperty().set(Optional.empty());
    }
  }
}
