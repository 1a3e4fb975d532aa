package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Permissions;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.score.Score;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Which kind each command changes. Where the person may not change that kind, the command is off
 * and says why.
 */
final class CommandRights {
  private static final Map<String, Kind> CHANGED =
      Map.ofEntries(
          Map.entry("interview.new", Interview.KIND),
          Map.entry("session.plan", Interview.KIND),
          Map.entry("session.trash", Interview.KIND),
          Map.entry("session.debrief", Interview.KIND),
          Map.entry("session.import", Transcript.KIND),
          Map.entry("session.consent", Consent.KIND),
          Map.entry("record.start", Recording.KIND),
          Map.entry("record.import", Recording.KIND),
          Map.entry("record.stamp", Memo.KIND),
          Map.entry("record.bookmark", Bookmark.KIND),
          Map.entry("library.import", Interview.KIND),
          Map.entry("library.import.folder", Interview.KIND),
          Map.entry("library.chosen.study", Interview.KIND),
          Map.entry("library.chosen.status", Interview.KIND),
          Map.entry("library.chosen.trash", Interview.KIND),
          Map.entry("session.comment", Comment.KIND),
          Map.entry("study.comment", Comment.KIND),
          Map.entry("participant.comment", Comment.KIND),
          Map.entry("inbox.settle", Comment.KIND),
          Map.entry("study.new", Study.KIND),
          Map.entry("study.topic", Topic.KIND),
          Map.entry("study.trash", Study.KIND),
          Map.entry("participant.new", Participant.KIND),
          Map.entry("idea.new", Idea.KIND),
          Map.entry("idea.trash", Idea.KIND),
          Map.entry("idea.merge", Idea.KIND),
          Map.entry("plan.mvp", Mvp.KIND),
          Map.entry("plan.sprint", Sprint.KIND),
          Map.entry("handoff.new", Handoff.KIND),
          Map.entry("idea.handoff", Handoff.KIND),
          Map.entry("handoff.trash", Handoff.KIND),
          Map.entry("handoff.ready", ChecklistItem.KIND),
          Map.entry("handoff.attach", Proof.KIND),
          Map.entry("handoff.submit", Packet.KIND),
          Map.entry("handoff.sign", Vote.KIND),
          Map.entry("handoff.stop", Vote.KIND),
          Map.entry("handoff.review.ok", Review.KIND),
          Map.entry("handoff.review.question", Review.KIND),
          Map.entry("handoff.review.block", Review.KIND),
          Map.entry("handoff.passed", CheckResult.KIND),
          Map.entry("handoff.failed", CheckResult.KIND),
          Map.entry("handoff.rollback", RollbackOrder.KIND),
          Map.entry("handoff.emergency", RollbackOrder.KIND),
          Map.entry("rule.propose", QuorumPolicy.KIND),
          Map.entry("rule.sign", Vote.KIND),
          Map.entry("idea.evidence", Evidence.KIND),
          Map.entry("idea.against", Evidence.KIND),
          Map.entry("idea.score", Score.KIND),
          Map.entry("idea.assume", Assumption.KIND),
          Map.entry("idea.task", DiscoveryTask.KIND),
          Map.entry("idea.decide", Decision.KIND),
          Map.entry("idea.comment", Comment.KIND),
          Map.entry("session.idea", Idea.KIND),
          Map.entry("session.link", Evidence.KIND));

  private static final String TICK = "session.tick";
  private static final String MOVE = "idea.move";

  private final Permissions permissions;

  CommandRights(Permissions permissions) {
    this.permissions = permissions;
  }

  /** The commands, each off while its kind may not be changed. */
  List<Command> guard(List<Command> commands) {
    return commands.stream().map(this::guard).toList();
  }

  /** Why a command may not be used for want of a right; follows the rights. */
  ObservableValue<Optional<String>> refusal(String command) {
    return changed(command)
        .map(kind -> permissions.refusal(kind.name()))
        .orElseGet(() -> new SimpleObjectProperty<>(Optional.empty()));
  }

  private Command guard(Command command) {
    return changed(command.id())
        .map(
            kind ->
                new Command(
                    command.id(),
                    command.name(),
                    command.group(),
                    command.scope(),
                    command.icon(),
                    command.key(),
                    () -> availability(kind, command),
                    command.act()))
        .orElse(command);
  }

  private Availability availability(Kind kind, Command command) {
    Availability right = permissions.change(kind.name());
    return right.isReady() ? command.availability() : right;
  }

  /** The kind whose records a command changes; empty for one that changes none. */
  static Optional<Kind> changed(String command) {
    if (command.startsWith(MOVE)) {
      return Optional.of(Idea.KIND);
    }
    return command.startsWith(TICK)
        ? Optional.of(Coverage.KIND)
        : Optional.ofNullable(CHANGED.get(command));
  }
}
