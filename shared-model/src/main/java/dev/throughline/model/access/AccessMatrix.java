package dev.throughline.model.access;

import static dev.throughline.model.access.Role.APPROVER;
import static dev.throughline.model.access.Role.GROWTH_HACKER;
import static dev.throughline.model.access.Role.INCIDENT_LEAD;
import static dev.throughline.model.access.Role.KEY_ADMIN;
import static dev.throughline.model.access.Role.LEGAL_REVIEWER;
import static dev.throughline.model.access.Role.PRIVACY_OFFICER;
import static dev.throughline.model.access.Role.PRODUCT_MANAGER;
import static dev.throughline.model.access.Role.RESEARCHER;
import static dev.throughline.model.access.Role.TECHNICAL_LEAD;

import dev.throughline.model.access.AccessRow.Owners;
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
import dev.throughline.model.kind.Kind;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The access matrix: a row for each kind. Server and desktop ask it, {@code docs/access.md} is
 * printed from it. What has no row nobody may read or write.
 */
public final class AccessMatrix {
  public static final List<AccessRow> ROWS =
      List.of(
          row(Study.KIND, "studies")
              .write(PRODUCT_MANAGER, RESEARCHER)
              .read(GROWTH_HACKER, TECHNICAL_LEAD, APPROVER)
              .read(KEY_ADMIN, PRIVACY_OFFICER, LEGAL_REVIEWER)
              .end(),
          row(Topic.KIND, "topics of a guide")
              .write(PRODUCT_MANAGER, RESEARCHER)
              .read(GROWTH_HACKER, TECHNICAL_LEAD, APPROVER, PRIVACY_OFFICER)
              .end(),
          row(Participant.KIND, "participants")
              .write(RESEARCHER)
              .writeOnly(PRIVACY_OFFICER, "pseudonym", "attributes")
              .read(PRODUCT_MANAGER)
              .end(),
          evidence(Interview.KIND, "interviews").read(PRIVACY_OFFICER).end(),
          evidence(Memo.KIND, "notes").read(PRIVACY_OFFICER).end(),
          evidence(Transcript.KIND, "transcripts").read(PRIVACY_OFFICER).end(),
          evidence(Segment.KIND, "turns of a transcript").read(PRIVACY_OFFICER).end(),
          evidence(Coverage.KIND, "ticks of a guide").read(PRIVACY_OFFICER).end(),
          evidence(Consent.KIND, "consent").write(PRIVACY_OFFICER).end(),
          evidence(MediaKey.KIND, "keys of recordings").read(PRIVACY_OFFICER).end(),
          evidence(Recording.KIND, "recordings").read(PRIVACY_OFFICER).end(),
          evidence(Bookmark.KIND, "bookmarks of a recording").read(PRIVACY_OFFICER).end(),
          row(Comment.KIND, "comments")
              .write(PRODUCT_MANAGER, RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD, APPROVER)
              .write(PRIVACY_OFFICER, LEGAL_REVIEWER)
              .end(),
          product(Idea.KIND, "ideas").write(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD).end(),
          product(Evidence.KIND, "evidence of ideas")
              .write(RESEARCHER)
              .read(GROWTH_HACKER, TECHNICAL_LEAD)
              .end(),
          product(Score.KIND, "scores of ideas")
              .write(GROWTH_HACKER, TECHNICAL_LEAD)
              .read(RESEARCHER)
              .end(),
          product(Assumption.KIND, "assumptions")
              .write(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD)
              .end(),
          product(DiscoveryTask.KIND, "discovery tasks")
              .write(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD)
              .end(),
          product(Decision.KIND, "decisions")
              .write(TECHNICAL_LEAD)
              .read(RESEARCHER, GROWTH_HACKER)
              .end(),
          planned(Mvp.KIND, "MVPs").end(),
          planned(Feature.KIND, "features of an MVP").end(),
          product(Measurement.KIND, "measurement plans")
              .write(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD)
              .end(),
          planned(Sprint.KIND, "sprints").end(),
          planned(Milestone.KIND, "milestones").end(),
          planned(Criterion.KIND, "acceptance criteria").end(),
          product(Result.KIND, "results").write(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD).end(),
          planned(Handoff.KIND, "handoffs").read(INCIDENT_LEAD).end(),
          planned(ChecklistItem.KIND, "items of a checklist").write(LEGAL_REVIEWER).end(),
          planned(Proof.KIND, "proofs of a checklist")
              .write(RESEARCHER, GROWTH_HACKER, LEGAL_REVIEWER)
              .end(),
          planned(Cost.KIND, "costs of a handoff").end(),
          planned(InfraService.KIND, "services of a handoff").end(),
          planned(AcceptanceCheck.KIND, "acceptance checks").end(),
          product(Packet.KIND, "packets")
              .read(RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD, INCIDENT_LEAD)
              .end(),
          reads(Approval.KIND, "approvals").read(INCIDENT_LEAD, KEY_ADMIN).end(),
          reads(Vote.KIND, "votes")
              .write(TECHNICAL_LEAD, APPROVER, PRIVACY_OFFICER, LEGAL_REVIEWER, KEY_ADMIN)
              .end(),
          reads(DeviceKey.KIND, "keys of devices")
              .write(TECHNICAL_LEAD, APPROVER, PRIVACY_OFFICER, LEGAL_REVIEWER, KEY_ADMIN)
              .write(INCIDENT_LEAD)
              .end(),
          reads(Review.KIND, "reviews")
              .write(TECHNICAL_LEAD, APPROVER, PRIVACY_OFFICER, LEGAL_REVIEWER)
              .end(),
          reads(QuorumPolicy.KIND, "rules of signing")
              .write(PRODUCT_MANAGER, TECHNICAL_LEAD)
              .read(INCIDENT_LEAD, KEY_ADMIN)
              .end(),
          reads(Release.KIND, "releases").read(INCIDENT_LEAD).end(),
          reads(CheckResult.KIND, "results of checks")
              .write(PRODUCT_MANAGER, TECHNICAL_LEAD)
              .read(INCIDENT_LEAD)
              .end(),
          reads(RollbackOrder.KIND, "rollback orders")
              .write(PRODUCT_MANAGER, TECHNICAL_LEAD, INCIDENT_LEAD)
              .end(),
          row(Conflict.KIND, "conflicts").write(PRODUCT_MANAGER, RESEARCHER, PRIVACY_OFFICER).end(),
          team(Person.KIND, "people").read(INCIDENT_LEAD).end(),
          team(Grant.KIND, "grants").owners(Owners.WRITE).end(),
          row(Rescue.KIND, "rescued work")
              .write(PRODUCT_MANAGER, RESEARCHER)
              .owners(Owners.ALONE)
              .end());

  private AccessMatrix() {}

  /** The row of a kind; empty for one without. */
  public static Optional<AccessRow> row(String kind) {
    return ROWS.stream().filter(row -> row.kind().equals(kind)).findFirst();
  }

  /** What comes from an interview: researchers write it, product managers read it. */
  private static Row evidence(Kind kind, String words) {
    return row(kind, words).write(RESEARCHER).read(PRODUCT_MANAGER);
  }

  /** What is built: product managers write it, those who sign it off read it. */
  private static Row product(Kind kind, String words) {
    return row(kind, words).write(PRODUCT_MANAGER).read(APPROVER, PRIVACY_OFFICER, LEGAL_REVIEWER);
  }

  /** How it is built: those who plan it write it, those who test it with people read it. */
  private static Row planned(Kind kind, String words) {
    return product(kind, words).write(TECHNICAL_LEAD).read(RESEARCHER, GROWTH_HACKER);
  }

  /** What was decided: everybody who works with records reads it. */
  private static Row reads(Kind kind, String words) {
    return row(kind, words)
        .read(PRODUCT_MANAGER, RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD, APPROVER)
        .read(PRIVACY_OFFICER, LEGAL_REVIEWER);
  }

  /** Who is in the team: everybody who works with records reads it. */
  private static Row team(Kind kind, String words) {
    return row(kind, words)
        .write(KEY_ADMIN)
        .read(PRODUCT_MANAGER, RESEARCHER, GROWTH_HACKER, TECHNICAL_LEAD, APPROVER)
        .read(PRIVACY_OFFICER, LEGAL_REVIEWER);
  }

  private static Row row(Kind kind, String words) {
    return new Row(kind.name(), words);
  }

  private static final class Row {
    private final String kind;
    private final String words;
    private final Map<Role, Right> rights = new EnumMap<>(Role.class);
    private final Map<Role, Set<String>> only = new EnumMap<>(Role.class);
    private Owners owners = Owners.AS_OTHERS;

    Row(String kind, String words) {
      this.kind = kind;
      this.words = words;
    }

    Row write(Role... roles) {
      return give(Right.WRITE, roles);
    }

    Row read(Role... roles) {
      return give(Right.READ, roles);
    }

    Row writeOnly(Role role, String... fields) {
      only.put(role, Set.of(fields));
      return give(Right.WRITE, role);
    }

    Row owners(Owners what) {
      owners = what;
      return this;
    }

    private Row give(Right right, Role... roles) {
      for (Role role : roles) {
        rights.put(role, right);
      }
      return this;
    }

    AccessRow end() {
      return new AccessRow(kind, words, rights, only, owners);
    }
  }
}
