package dev.throughline.desktop.app;

import dev.throughline.desktop.approval.ReviewWords;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.handoff.HandoffViewModel;
import dev.throughline.desktop.release.ReleaseViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.release.CheckOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The commands of the handoffs, and that of an idea which leads to one. */
final class HandoffCommands {
  private static final String CHECK_OFF = "command.handoff.check.off";

  private final HandoffPages pages;
  private final IdeaPages ideas;

  HandoffCommands(HandoffPages pages, IdeaPages ideas) {
    this.pages = pages;
    this.ideas = ideas;
  }

  List<Command> all() {
    return Stream.of(making(), signing(), page()).flatMap(List::stream).toList();
  }

  private List<Command> making() {
    return List.of(
        here("handoff.new", Icon.HANDOFF).key("Ctrl+N").does(pages::create),
        here("handoff.next", Icon.FORWARD)
            .key("N")
            .onlyIf(
                () -> pages.model().filter(HandoffViewModel::isStopped).isPresent(),
                "command.handoff.next.off")
            .does(on(HandoffViewModel::next)),
        onPage("handoff.ready", Icon.CHECK).key("Ctrl+R").does(on(HandoffViewModel::toggleChosen)),
        onPage("handoff.attach", Icon.ADD).key("Ctrl+L").does(on(HandoffViewModel::attach)),
        here("handoff.submit", Icon.LOCK)
            .key("Ctrl+Enter")
            .onlyIf(
                () -> pages.model().filter(HandoffViewModel::isSubmittable).isPresent(),
                "command.handoff.submit.off")
            .does(on(HandoffViewModel::submit)));
  }

  private List<Command> signing() {
    return List.of(
        review(Mark.OK).key("O").does(mark(Mark.OK)),
        review(Mark.QUESTION).key("Q").does(mark(Mark.QUESTION)),
        review(Mark.BLOCK).key("B").does(mark(Mark.BLOCK)),
        here("handoff.sign", Icon.SIGN)
            .key("Ctrl+Shift+S")
            .onlyIf(
                () -> pages.model().filter(its -> its.signing().waitsForMe()).isPresent(),
                "command.handoff.sign.off")
            .does(on(its -> its.signing().sign())),
        here("handoff.stop", Icon.BLOCKED)
            .onlyIf(
                () -> pages.model().filter(its -> its.signing().isStoppable()).isPresent(),
                "command.handoff.stop.off")
            .does(on(its -> its.signing().stop())),
        here("handoff.passed", Icon.CHECK)
            .key("Ctrl+Shift+G")
            .onlyIf(() -> release().filter(ReleaseViewModel::isAsked).isPresent(), CHECK_OFF)
            .does(() -> release().ifPresent(its -> its.report(CheckOutcome.PASSED))),
        here("handoff.failed", Icon.CLOSE)
            .key("Ctrl+Shift+X")
            .onlyIf(() -> release().filter(ReleaseViewModel::isAsked).isPresent(), CHECK_OFF)
            .does(() -> release().ifPresent(its -> its.report(CheckOutcome.FAILED))),
        here("handoff.rollback", Icon.UNDO)
            .key("Ctrl+Shift+U")
            .onlyIf(
                () -> release().filter(ReleaseViewModel::isOrderable).isPresent(),
                "command.handoff.rollback.off")
            .does(() -> release().ifPresent(ReleaseViewModel::order)),
        here("handoff.emergency", Icon.WARNING)
            .onlyIf(
                () -> release().filter(ReleaseViewModel::isEmergencyOrderable).isPresent(),
                "command.handoff.emergency.off")
            .does(() -> release().ifPresent(ReleaseViewModel::emergency)));
  }

  private List<Command> page() {
    return List.of(
        onPage("handoff.trace", Icon.TRACE).key("E").does(on(HandoffViewModel::trace)),
        onPage("handoff.plan", Icon.EXPERIMENT).does(on(HandoffViewModel::openPlan)),
        onPage("handoff.history", Icon.STALE).key("Ctrl+Alt+3").does(on(HandoffViewModel::history)),
        onPage("handoff.trash", Icon.DELETE).does(on(HandoffViewModel::trash)),
        Command.named("idea.handoff", Group.IDEAS, Icon.HANDOFF)
            .in(Scope.IDEAS)
            .key("Ctrl+Shift+H")
            .onlyIf(() -> ideas.current().isPresent(), "command.idea.off")
            .does(() -> ideas.current().ifPresent(pages::create)));
  }

  private Command.Draft review(Mark mark) {
    return here(ReviewWords.command(mark), ReviewWords.icon(mark))
        .onlyIf(
            () -> pages.model().filter(its -> its.reviews().isAsked()).isPresent(),
            "command.handoff.review.off");
  }

  private Runnable mark(Mark mark) {
    return on(its -> its.reviews().mark(mark));
  }

  private Optional<ReleaseViewModel> release() {
    return pages.model().map(HandoffViewModel::releases);
  }

  private Command.Draft onPage(String id, Icon icon) {
    return here(id, icon).onlyIf(() -> pages.model().isPresent(), "command.handoff.off");
  }

  private static Command.Draft here(String id, Icon icon) {
    return Command.named(id, Group.HANDOFFS, icon).in(Scope.HANDOFFS);
  }

  private Runnable on(Consumer<HandoffViewModel> act) {
    return () -> pages.model().ifPresent(act);
  }
}
