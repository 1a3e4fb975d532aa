package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.guide.CoverageViewModel;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The commands of planning: sessions, studies, participants, and the guide of a session. */
final class PlanningCommands {
  private final Models models;
  private final ShellViewModel shell;
  private final PlanningPages pages;
  private final Supplier<Optional<SessionPage>> session;

  PlanningCommands(
      Models models,
      ShellViewModel shell,
      PlanningPages pages,
      Supplier<Optional<SessionPage>> session) {
    this.models = models;
    this.shell = shell;
    this.pages = pages;
    this.session = session;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(
        Command.named("session.plan", Group.INTERVIEW, Icon.CALENDAR)
            .key("Ctrl+Shift+P")
            .does(this::plan));
    all.add(
        Command.named("go.studies", Group.GO, Icon.STUDY)
            .does(() -> shell.open(PlaceIds.LIBRARY, PlaceIds.STUDIES)));
    all.add(
        Command.named("go.participants", Group.GO, Icon.PARTICIPANT)
            .does(() -> shell.open(PlaceIds.LIBRARY, PlaceIds.PARTICIPANTS)));
    all.add(Command.named("study.new", Group.LIBRARY, Icon.STUDY).does(pages::newStudy));
    all.add(
        Command.named("study.topic", Group.LIBRARY, Icon.GUIDE)
            .in(Scope.STUDY)
            .key("Ctrl+T")
            .does(pages::newTopic));
    all.add(
        Command.named("study.trash", Group.LIBRARY, Icon.DELETE)
            .in(Scope.STUDY)
            .does(pages::trashStudy));
    all.add(
        Command.named("participant.new", Group.LIBRARY, Icon.PARTICIPANT)
            .does(this::newParticipant));
    all.addAll(ofSession());
    return all;
  }

  private List<Command> ofSession() {
    List<Command> all = new ArrayList<>();
    all.add(
        inSession("session.guide", Icon.GUIDE).key("Ctrl+G").does(on(SessionPage::toggleGuide)));
    all.add(inSession("session.debrief", Icon.NOTES).does(on(SessionPage::beginDebrief)));
    all.add(
        inSession("session.consent", Icon.CONSENT)
            .key("Ctrl+Alt+4")
            .does(on(SessionPage::beginConsent)));
    for (int i = 1; i <= CoverageViewModel.KEYS; i++) {
      int number = i;
      all.add(
          Command.named(
                  "session.tick" + number,
                  Texts.text("command.session.tick", number),
                  Group.INTERVIEW,
                  Icon.CHECK)
              .in(Scope.SESSION)
              .key("Alt+" + number)
              .onlyIf(
                  () -> session.get().filter(page -> page.hasTopic(number)).isPresent(),
                  "command.session.tick.off")
              .does(on(page -> page.tick(number))));
    }
    return all;
  }

  private static Command.Draft inSession(String id, Icon icon) {
    return Command.named(id, Group.INTERVIEW, icon).in(Scope.SESSION);
  }

  private Runnable on(Consumer<SessionPage> act) {
    return () -> session.get().ifPresent(act);
  }

  private void plan() {
    shell.open(PlaceIds.HOME);
    models.home().planSession();
  }

  private void newParticipant() {
    shell.open(PlaceIds.LIBRARY, PlaceIds.PARTICIPANTS);
    pages.newParticipant();
  }
}
