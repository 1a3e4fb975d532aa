package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.inbox.InboxViewModel;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands of the Inbox, of histories and of the trash. */
final class SettlingCommands {
  private final SettlingModels models;
  private final ShellViewModel shell;
  private final PlanningPages planning;

  SettlingCommands(SettlingModels models, ShellViewModel shell, PlanningPages planning) {
    this.models = models;
    this.shell = shell;
    this.planning = planning;
  }

  List<Command> all() {
    InboxViewModel inbox = models.inbox();
    return List.of(
        inInbox("inbox.save", Icon.CHECK)
            .key("Ctrl+Enter")
            .onlyIf(inbox::isDecided, "command.inbox.save.off")
            .does(inbox::save),
        inInbox("inbox.allMine", Icon.PERSON)
            .onlyIf(inbox::isDeciding, "command.inbox.off")
            .does(inbox::allMine),
        inInbox("inbox.allTheirs", Icon.TEAM)
            .onlyIf(inbox::isDeciding, "command.inbox.off")
            .does(inbox::allTheirs),
        inInbox("inbox.settle", Icon.CHECK)
            .key("Ctrl+Shift+Enter")
            .onlyIf(inbox::isMention, "command.inbox.settle.off")
            .does(inbox::settle),
        inInbox("inbox.history", Icon.STALE).key("Ctrl+Alt+3").does(inbox::history),
        Command.named("trash.restore", Group.EDIT, Icon.UNDO)
            .in(Scope.TRASH)
            .onlyIf(models.trash()::isChosen, "command.trash.restore.off")
            .does(models.trash()::restore),
        history("session.history", Scope.SESSION, this::session),
        history("study.history", Scope.STUDY, this::study),
        history("participant.history", Scope.PEOPLE, planning::person));
  }

  private static Command.Draft inInbox(String id, Icon icon) {
    return Command.named(id, Group.EDIT, icon).in(Scope.INBOX);
  }

  private Command history(String id, Scope scope, Supplier<Optional<RecordId>> record) {
    return Command.named(id, Group.GO, Icon.STALE)
        .in(scope)
        .key("Ctrl+Alt+3")
        .onlyIf(() -> record.get().isPresent(), "command.history.off")
        .does(() -> record.get().ifPresent(models::history));
  }

  private Optional<RecordId> session() {
    return PlaceIds.interview(shell.locationProperty().get().page());
  }

  private Optional<RecordId> study() {
    return PlaceIds.studyOf(shell.locationProperty().get().page());
  }
}
