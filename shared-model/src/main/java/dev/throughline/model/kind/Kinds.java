package dev.throughline.model.kind;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.Decision;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.Result;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.score.Score;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every kind there is. Client, server, simulator and docs read this list. Tests and trials add
 * kinds of their own as a {@link KindSource}; those are known by name and listed nowhere.
 */
public final class Kinds {
  public static final List<Kind> ALL =
      List.of(
          Study.KIND,
          Participant.KIND,
          Interview.KIND,
          Memo.KIND,
          Transcript.KIND,
          Segment.KIND,
          Topic.KIND,
          Coverage.KIND,
          Consent.KIND,
          MediaKey.KIND,
          Recording.KIND,
          Bookmark.KIND,
          Comment.KIND,
          Idea.KIND,
          Evidence.KIND,
          Score.KIND,
          Assumption.KIND,
          DiscoveryTask.KIND,
          Decision.KIND,
          Mvp.KIND,
          Feature.KIND,
          Measurement.KIND,
          Sprint.KIND,
          Milestone.KIND,
          Criterion.KIND,
          Result.KIND,
          Handoff.KIND,
          ChecklistItem.KIND,
          Proof.KIND,
          Cost.KIND,
          InfraService.KIND,
          AcceptanceCheck.KIND,
          Packet.KIND,
          Approval.KIND,
          Vote.KIND,
          DeviceKey.KIND,
          Review.KIND,
          QuorumPolicy.KIND,
          Release.KIND,
          CheckResult.KIND,
          RollbackOrder.KIND,
          Conflict.KIND,
          Person.KIND,
          Grant.KIND,
          Rescue.KIND);

  private static final Map<String, Kind> BY_NAME =
      Stream.concat(
              ALL.stream(),
              ServiceLoader.load(KindSource.class).stream()
                  .flatMap(source -> source.get().kinds().stream()))
          .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

  private static final Map<String, String> UP =
      ALL.stream()
          .filter(kind -> !kind.parent().isEmpty())
          .collect(Collectors.toUnmodifiableMap(Kind::name, Kind::parent));

  private Kinds() {}

  /**
   * The field by which a record of that kind points to what it is about; empty for a kind whose
   * records are about nothing else, and for one this version does not know.
   */
  public static Optional<String> up(String kind) {
    return Optional.ofNullable(UP.get(kind));
  }

  /** The kind of that name; empty for one this version does not know. */
  public static Optional<Kind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
