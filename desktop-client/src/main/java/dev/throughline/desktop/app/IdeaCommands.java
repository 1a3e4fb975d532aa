package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.idea.IdeaPage;
import dev.throughline.desktop.idea.IdeaViewModel;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.mvp.PlanViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The commands of the ideas, and those of a session that lead to one. */
final class IdeaCommands {
  private final IdeaPages pages;
  private final Supplier<Optional<SessionPage>> session;

  IdeaCommands(IdeaPages pages, Supplier<Optional<SessionPage>> session) {
    this.pages = pages;
    this.session = session;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(here("idea.new", Icon.IDEA).key("Ctrl+N").does(pages::create));
    all.add(
        here("idea.find", Icon.FILTER)
            .key("Ctrl+F")
            .onlyIf(pages::showsAll, "command.idea.find.off")
            .does(pages::find));
    all.add(
        here("idea.view", Icon.PANES)
            .key("Ctrl+Shift+B")
            .onlyIf(pages::showsAll, "command.idea.find.off")
            .does(() -> pages.ideas().switchView()));
    for (IdeaStatus status : IdeaStatus.values()) {
      int number = status.ordinal() + 1;
      all.add(
          Command.named(
                  "idea.move" + number,
                  Texts.text("command.idea.move", Texts.text("idea.status." + status.wireName())),
                  Group.IDEAS,
                  Icon.FORWARD)
              .in(Scope.IDEAS)
              .key("Alt+" + number)
              .onlyIf(() -> pages.current().isPresent(), "command.idea.off")
              .does(() -> pages.move(status)));
    }
    all.addAll(ofPage());
    all.addAll(ofPlan());
    all.add(
        here("idea.trash", Icon.DELETE)
            .onlyIf(() -> pages.current().isPresent(), "command.idea.off")
            .does(pages::trash));
    all.add(session("session.idea", Icon.IDEA).key("Ctrl+Shift+I").does(in(pages::createFrom)));
    all.add(session("session.link", Icon.QUOTE).key("Ctrl+L").does(in(pages::linkFrom)));
    return all;
  }

  private List<Command> ofPage() {
    return List.of(
        onPage("idea.evidence", Icon.QUOTE)
            .key("Ctrl+L")
            .does(with(model -> model.chooseEvidence(Stance.FOR))),
        onPage("idea.against", Icon.QUOTE)
            .key("Ctrl+Shift+L")
            .does(with(model -> model.chooseEvidence(Stance.AGAINST))),
        onPage("idea.score", Icon.GUIDE).does(on(IdeaPage::typeScore)),
        onPage("idea.assume", Icon.ASKED).does(on(IdeaPage::typeAssumption)),
        onPage("idea.task", Icon.CHECK).key("Ctrl+T").does(on(IdeaPage::typeTask)),
        onPage("idea.decide", Icon.SIGN).does(on(IdeaPage::typeDecision)),
        onPage("idea.merge", Icon.MERGE).does(with(IdeaViewModel::chooseMerge)),
        onPage("idea.comment", Icon.COMMENTS).key("Ctrl+Alt+2").does(on(IdeaPage::comment)),
        onPage("idea.history", Icon.STALE).key("Ctrl+Alt+3").does(with(IdeaViewModel::history)));
  }

  private List<Command> ofPlan() {
    return List.of(
        here("idea.plan", Icon.EXPERIMENT)
            .key("Ctrl+Shift+E")
            .onlyIf(() -> pages.plan().isEmpty() && pages.current().isPresent(), "command.idea.off")
            .does(() -> pages.current().ifPresent(pages::plan)),
        onPlan("plan.idea", Icon.IDEA).does(pages::toIdea),
        onPlan("plan.mvp", Icon.ADD).key("Ctrl+M").does(plan(PlanViewModel::addMvp)),
        onPlan("plan.sprint", Icon.CALENDAR).does(plan(PlanViewModel::addSprint)));
  }

  private Command.Draft onPlan(String id, Icon icon) {
    return here(id, icon).onlyIf(() -> pages.plan().isPresent(), "command.plan.off");
  }

  private Runnable plan(Consumer<PlanViewModel> act) {
    return () -> pages.plan().ifPresent(act);
  }

  private static Command.Draft here(String id, Icon icon) {
    return Command.named(id, Group.IDEAS, icon).in(Scope.IDEAS);
  }

  private Command.Draft onPage(String id, Icon icon) {
    return here(id, icon).onlyIf(() -> pages.page().isPresent(), "command.idea.page.off");
  }

  private static Command.Draft session(String id, Icon icon) {
    return Command.named(id, Group.INTERVIEW, icon).in(Scope.SESSION);
  }

  private Runnable on(Consumer<IdeaPage> act) {
    return () -> pages.page().ifPresent(act);
  }

  private Runnable with(Consumer<IdeaViewModel> act) {
    return () -> pages.model().ifPresent(act);
  }

  private Runnable in(Consumer<SessionPage> act) {
    return () -> session.get().ifPresent(act);
  }
}
