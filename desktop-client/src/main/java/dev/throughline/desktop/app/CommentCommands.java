package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.ui.Icon;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands that say something about what is shown. */
final class CommentCommands {
  private CommentCommands() {}

  static List<Command> of(Supplier<Optional<SessionPage>> session, PlanningPages pages) {
    return List.of(
        comment("session.comment", Group.INTERVIEW, Scope.SESSION)
            .does(() -> session.get().ifPresent(SessionPage::comment)),
        comment("study.comment", Group.LIBRARY, Scope.STUDY).does(pages::commentOnStudy),
        comment("participant.comment", Group.LIBRARY, Scope.PEOPLE)
            .onlyIf(() -> pages.person().isPresent(), "command.comment.off")
            .does(pages::commentOnPerson));
  }

  private static Command.Draft comment(String id, Group group, Scope scope) {
    return Command.named(id, group, Icon.COMMENTS).in(scope).key("Ctrl+Alt+2");
  }
}
