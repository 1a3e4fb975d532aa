package dev.throughline.desktop.approval;

import dev.throughline.desktop.consent.Footing;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where the signing of a handoff stands, of an order about it, or of a rule, for whoever looks.
 *
 * @param handoff what it belongs to: the handoff, or the proposed rule itself
 * @param roles those of whoever looks
 * @param key that of this device
 * @param mine their newest vote on it, counted or not
 * @param since what is another than in the last version they signed
 * @param until the time until which it can be signed, as people say it
 * @param footing how many pieces of its evidence stand on what, now
 * @param statements what those said whose votes count, by the vote
 * @param obstacle why they cannot sign it; empty when they can
 * @param isStoppable whether they can still stop it, or take their go back
 */
public record SignCase(
    RecordId handoff,
    Approval approval,
    Subject subject,
    Policy policy,
    Tally tally,
    Optional<RecordId> me,
    Set<String> roles,
    Optional<DeviceKey> key,
    Optional<Vote> mine,
    Optional<Long> signedBefore,
    List<Difference> since,
    Optional<Obstacle> obstacle,
    boolean isStoppable,
    boolean isLate,
    String until,
    Map<Footing, Integer> footing,
    Map<RecordId, Statement> statements,
    SortedMap<RecordId, String> people) {
  /** Whether it waits for the answer of whoever looks, should they have a key or not. */
  public boolean waitsForMe() {
    return obstacle
        .map(
            its ->
                switch (its) {
                  case NO_KEY, KEY_WAITS, KEY_REVOKED -> true;
                  case NOBODY, NOT_OPEN, LATE, RULE_CHANGED, UNSOUND, APART, NO_SEAT, SIGNED ->
                      false;
                })
        .orElse(true);
  }

  public boolean isSignable() {
    return obstacle.isEmpty();
  }

  /** The answers there are: an order or a rule is agreed to or not, and nothing is left to do. */
  List<Answer> answers() {
    if (!isSignable() && isStoppable) {
      return List.of(Answer.NO_GO);
    }
    return isOrder() || isRule() ? List.of(Answer.GO, Answer.NO_GO) : List.of(Answer.values());
  }

  /** Whether whoever looks has said go, and that counts. */
  public boolean hasSaidGo() {
    return approval.votes().stream()
        .anyMatch(vote -> me.equals(Optional.of(vote.person())) && vote.isFor());
  }

  /** What the bytes of a version say; empty for anything else. */
  public Optional<Bundle> said() {
    return subject instanceof Subject.Version version ? version.said() : Optional.empty();
  }

  /** How much of its evidence stands on this, now. */
  public int count(Footing on) {
    return footing.getOrDefault(on, 0);
  }

  /** What the handoff was called when it was submitted. */
  public String title() {
    return subject.title();
  }

  /** A text of the document. */
  public String text(String member) {
    return subject.text(member);
  }

  /** Whether it waits under a rule of which another version counts by now. */
  public boolean isOutdated() {
    return obstacle.equals(Optional.of(Obstacle.RULE_CHANGED));
  }

  /** Whether a rule is signed. */
  public boolean isRule() {
    return subject instanceof Subject.Proposal;
  }

  /** What sets the texts about it apart: empty for a version. */
  public String suffix() {
    return switch (subject) {
      case Subject.Version _ -> "";
      case Subject.Order _ -> ".order";
      case Subject.Proposal _ -> ".rule";
    };
  }

  /** Whether an order is signed. */
  public boolean isOrder() {
    return subject.words().isPresent();
  }
}
