package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.ui.Icon;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The commands of the session page that is shown. */
final class SessionCommandList {
  /** The share of the room by which a key moves the divider. */
  private static final double STEP = 0.05;

  private final Supplier<Optional<SessionPage>> page;

  SessionCommandList(Supplier<Optional<SessionPage>> page) {
    this.page = page;
  }

  List<Command> all() {
    return List.of(
        command("session.find", Icon.SEARCH).key("Ctrl+F").does(on(SessionPage::find)),
        command("session.findNext", Icon.DOWN)
            .key("F3")
            .onlyIf(this::isFinding, "command.session.findNext.off")
            .does(on(page -> page.findOn(true))),
        command("session.findPrevious", Icon.UP)
            .key("Shift+F3")
            .onlyIf(this::isFinding, "command.session.findNext.off")
            .does(on(page -> page.findOn(false))),
        command("session.import", Icon.IMPORT).key("Ctrl+I").does(on(SessionPage::chooseFiles)),
        command("session.details", Icon.PARTICIPANT)
            .key("Ctrl+Alt+1")
            .does(on(SessionPage::toggleDetails)),
        command("session.notes.wider", Icon.NOTES)
            .key("Alt+Shift+Right")
            .does(on(page -> page.widenNotes(STEP))),
        command("session.notes.narrower", Icon.NOTES)
            .key("Alt+Shift+Left")
            .does(on(page -> page.widenNotes(-STEP))),
        command("session.trash", Icon.DELETE).does(on(SessionPage::trash)));
  }

  private static Command.Draft command(String id, Icon icon) {
    return Command.named(id, Group.INTERVIEW, icon).in(Scope.SESSION);
  }

  private boolean isFinding() {
    return page.get().filter(SessionPage::isFinding).isPresent();
  }

  private Runnable on(Consumer<SessionPage> act) {
    return () -> page.get().ifPresent(act);
  }
}
