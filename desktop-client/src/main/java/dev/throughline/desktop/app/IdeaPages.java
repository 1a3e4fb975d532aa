package dev.throughline.desktop.app;

import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.idea.IdeaExits;
import dev.throughline.desktop.idea.IdeaPage;
import dev.throughline.desktop.idea.IdeaParts;
import dev.throughline.desktop.idea.IdeaViewModel;
import dev.throughline.desktop.idea.IdeasPlace;
import dev.throughline.desktop.idea.IdeasViewModel;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.mvp.PlanPage;
import dev.throughline.desktop.mvp.PlanViewModel;
import dev.throughline.desktop.palette.PaletteSource;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.palette.Section;
import dev.throughline.desktop.palette.Thing;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The ideas and, as a page of them, the one that is open. Leaving a page saves it. */
final class IdeaPages extends StackPane implements Chooser {
  private final Models models;
  private final IdeaParts parts;
  private final IdeasViewModel ideas;
  private final LibraryPages library;
  private @Nullable ShellViewModel shell;
  private @Nullable PaletteViewModel palette;
  private @Nullable IdeasPlace board;
  private Optional<RecordId> fresh = Optional.empty();
  private Optional<Open> open = Optional.empty();
  private Optional<Planned> planned = Optional.empty();

  /** The idea that is shown. */
  private record Open(IdeaViewModel model, IdeaPage page) {}

  /** The plan that is shown. */
  private record Planned(PlanViewModel model, PlanPage page) {}

  IdeaPages(Models models, LibraryPages library) {
    this.models = models;
    this.parts = models.ideas();
    this.library = library;
    this.ideas = new IdeasViewModel(parts, exits());
  }

  /**
   * Follows where the window is.
   *
   * @param chooser where things are chosen
   */
  void follow(ShellViewModel window, PaletteViewModel chooser) {
    shell = window;
    palette = chooser;
    window.locationProperty().subscribe(this::show);
  }

  private IdeaExits exits() {
    return new IdeaExits(
        id -> go(PlaceIds.IDEAS, PlaceIds.idea(id)),
        id -> go(PlaceIds.IDEAS, PlaceIds.plan(id)),
        this::openSource,
        id -> go(PlaceIds.HISTORY, id.toString()),
        () -> go(PlaceIds.IDEAS, ""));
  }

  private void go(String place, String page) {
    if (shell != null) {
      shell.open(place, page);
    }
  }

  /** Shows an interview, at a turn if there is one. */
  void openSource(RecordId interview, Optional<RecordId> turn) {
    go(PlaceIds.LIBRARY, PlaceIds.session(interview));
    turn.ifPresent(
        said ->
            library.goTo(
                ResumePoint.turn(interview, said, parts.around().time().clock().millis())));
  }

  private void show(Location here) {
    boolean isHere = here.place().equals(PlaceIds.IDEAS);
    Optional<RecordId> idea = isHere ? PlaceIds.ideaOf(here.page()) : Optional.empty();
    Optional<RecordId> plan = isHere ? PlaceIds.planOf(here.page()) : Optional.empty();
    boolean isShown =
        (idea.isPresent() && open.map(shown -> shown.model().id()).equals(idea))
            || (plan.isPresent() && planned.map(shown -> shown.model().id()).equals(plan));
    if (isShown) {
      return;
    }
    close();
    if (plan.isPresent()) {
      openPlan(plan.get());
    } else if (idea.isPresent()) {
      openIdea(idea.get());
    } else if (isHere) {
      getChildren().setAll(board());
    } else {
      getChildren().clear();
    }
  }

  private IdeasPlace board() {
    if (board == null) {
      board =
          WriteGate.on(
              new IdeasPlace(ideas, this::create), parts.permissions().refusal(Idea.KIND.name()));
    }
    return board;
  }

  private void openIdea(RecordId id) {
    IdeaViewModel model = new IdeaViewModel(parts, exits(), this, id);
    IdeaPage page =
        WriteGate.on(new IdeaPage(model), parts.permissions().refusal(Idea.KIND.name()));
    open = Optional.of(new Open(model, page));
    getChildren().setAll(page);
    ideas.choose(id);
    if (fresh.equals(Optional.of(id))) {
      page.typeNow();
    }
    fresh = Optional.empty();
  }

  private void openPlan(RecordId idea) {
    PlanViewModel model =
        new PlanViewModel(parts, id -> go(PlaceIds.IDEAS, PlaceIds.idea(id)), idea);
    PlanPage page = new PlanPage(model);
    planned = Optional.of(new Planned(model, page));
    getChildren().setAll(page);
    ideas.choose(idea);
  }

  /** The plan that is shown. */
  Optional<PlanViewModel> plan() {
    return planned.map(Planned::model);
  }

  /** Shows how the idea that is shown or chosen is built. */
  void plan(RecordId idea) {
    go(PlaceIds.IDEAS, PlaceIds.plan(idea));
  }

  void toIdea() {
    plan().ifPresent(shown -> go(PlaceIds.IDEAS, PlaceIds.idea(shown.id())));
  }

  IdeasViewModel ideas() {
    return ideas;
  }

  /** Whether all ideas are shown, and not the page or the plan of one. */
  boolean showsAll() {
    return open.isEmpty() && planned.isEmpty();
  }

  /** The page that is shown. */
  Optional<IdeaPage> page() {
    return open.map(Open::page);
  }

  Optional<IdeaViewModel> model() {
    return open.map(Open::model);
  }

  /** The idea that is shown, or chosen on the board. */
  Optional<RecordId> current() {
    return open.map(shown -> shown.model().id()).or(ideas::chosen);
  }

  /** Makes an idea; on its page the caret stands in the title. */
  void create() {
    fresh = Optional.of(ideas.create());
  }

  /** Moves the idea that is shown or chosen. */
  void move(IdeaStatus status) {
    model().ifPresentOrElse(shown -> shown.move(status), () -> ideas.moveChosen(status));
  }

  void trash() {
    model().ifPresentOrElse(IdeaViewModel::trash, ideas::trashChosen);
  }

  void find() {
    board().find();
  }

  /** Makes an idea of what is looked at in a session. */
  void createFrom(SessionPage session) {
    SessionPage.Meant meant = session.meant();
    fresh = Optional.of(ideas.createFrom(meant.record(), meant.kind(), session.study()));
  }

  /** Lets the person choose the idea that what is looked at in a session belongs to. */
  void linkFrom(SessionPage session) {
    SessionPage.Meant meant = session.meant();
    parts.list().whenLoaded(() -> offer(meant));
  }

  private void offer(SessionPage.Meant meant) {
    List<Choice> choices =
        parts.list().titles().stream()
            .map(
                idea ->
                    new Choice(
                        Icon.IDEA,
                        idea.words(),
                        idea.study(),
                        () -> ideas.link(idea.id(), meant.record(), meant.kind())))
            .toList();
    choose(Texts.text("idea.choose.idea"), choices, Optional.empty());
  }

  @Override
  public void choose(String question, List<Choice> choices, Optional<Consumer<FoundPlace>> said) {
    if (palette == null) {
      return;
    }
    List<Thing> things =
        choices.stream()
            .map(one -> Thing.to(Section.CHOICE, one.icon(), one.title(), one.detail(), one.take()))
            .toList();
    palette.choose(
        question,
        new PaletteSource() {
          @Override
          public List<Thing> things() {
            return things;
          }

          @Override
          public void said(String typed, Consumer<List<Thing>> answer) {
            said.ifPresent(take -> models.found().said(typed, take, answer));
          }
        });
  }

  /** Goes to a comment on the page that is shown. */
  void showComment(RecordId comment) {
    open.ifPresent(shown -> shown.model().comments().reveal(comment));
  }

  /** Saves what the open page holds; returns when it is on disk. */
  void flush() {
    open.ifPresent(
        shown -> {
          shown.page().finish();
          shown.model().flush();
        });
    planned.ifPresent(shown -> shown.page().finish());
  }

  /** Closes the open page after saving it. */
  void close() {
    open.ifPresent(
        shown -> {
          shown.model().flush();
          shown.model().close();
        });
    open = Optional.empty();
    planned.ifPresent(
        shown -> {
          shown.page().finish();
          shown.model().close();
        });
    planned = Optional.empty();
  }
}
