package dev.throughline.trials.handoff;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.trials.TourLog;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/**
 * Plays a handoff with seven people: signed, out, verified; its next version fails and is taken
 * back; an emergency nobody ratifies is reverted. Whatever follows a signature the workflow does.
 */
public final class HandoffLine {
  /** Longer than a service may take to answer. */
  private static final Duration SMOKE = Duration.ofMinutes(11);

  private static final Duration ALMOST_RATIFIED = Duration.ofHours(47);
  private static final Duration REST = Duration.ofHours(2);

  private final Team team;
  private final Probe probe;
  private RecordId idea;
  private Proposal proposal;
  private Releases releases;
  private Optional<RecordId> emergency = Optional.empty();

  /** Runs a step, which ends with an exception when it does not hold. */
  @FunctionalInterface
  public interface Stage {
    void step(String name, TourLog.Step step) throws Exception;
  }

  @SuppressWarnings("NullAway.Init") // Made in the first step.
  HandoffLine(Team team, Probe probe) {
    this.team = team;
    this.probe = probe;
  }

  private Colleague manager() {
    return team.of(Member.PRODUCT_MANAGER);
  }

  /** Plays all of it. */
  void play(Stage stage) throws Exception {
    stage.step("seven people sign in, and four can sign", this::gather);
    stage.step("an idea rests on what somebody said", this::discover);
    stage.step("an MVP is measured and handed off", () -> proposal.handoff(probe.address()));
    stage.step("submitted, it takes two approvers for what it costs", this::submit);
    stage.step("what an approver signs offline counts on reconnecting", this::signOffline);
    stage.step("the last signature has it registered and activated", this::quorum);
    stage.step("smoke test and acceptance check verify version 1", () -> accept(1));
    stage.step("version 2 goes out and does not answer", this::fail);
    stage.step("a signed order takes it back, and version 1 is out again", this::takeBack);
    stage.step("an incident lead takes version 1 back alone", this::alone);
    stage.step("nobody ratifies it in 48 hours, so a revert is opened", this::unratified);
    stage.step("the signed revert brings version 1 out again", this::revert);
    stage.step(
        "the package proves every step",
        () -> Trail.require(manager(), team.address(), proposal.handoff()));
  }

  private void gather() {
    team.gather();
    idea = manager().desk().ledger().newRecord();
    proposal = new Proposal(manager(), idea);
    releases = new Releases(team, proposal.handoff());
  }

  private void discover() {
    new Discovery(team.of(Member.RESEARCHER), manager()).idea(idea);
  }

  private void submit() {
    proposal.submit(1);
    Approval approval = Signatures.approval(manager(), proposal.handoff());
    Require.that(approval.state() == ApprovalState.OPEN, "it waits: " + approval.state());
    Require.that(
        approval.policy().equals("handoff-high-budget"), "its rule is " + approval.policy());
  }

  private void signOffline() {
    RecordId handoff = proposal.handoff();
    Colleague approver = team.of(Member.FIRST_APPROVER);
    approver.sync();
    approver.findNobody();
    Signatures.sign(approver, handoff);
    approver.findNobody();
    Require.that(Signatures.verdict(approver, handoff).isEmpty(), "nobody has counted it yet");
    approver.sync();
    Optional<Verdict> verdict = Signatures.verdict(approver, handoff);
    Require.that(verdict.equals(Optional.of(Verdict.ACCEPTED)), "it counts: " + verdict);
  }

  private void quorum() {
    RecordId handoff = proposal.handoff();
    Signatures.signAndSync(team.of(Member.TECHNICAL_LEAD), handoff);
    manager().sync();
    Approval before = Signatures.approval(manager(), handoff);
    Require.that(
        before.state() == ApprovalState.OPEN && before.votes().size() == 2,
        "two of three signatures are not enough");
    Require.that(!releases.isThere(1), "nothing goes out before the last signature");
    Signatures.signAndSync(team.of(Member.SECOND_APPROVER), handoff);
    Release out =
        releases.await(1, "version 1 is tested", its -> its.state() == ReleaseState.TESTING);
    Require.that(!out.signature().isEmpty(), "Kernel has signed it");
    Require.that(!out.verdict().isEmpty(), "SentinelNet has let it go");
  }

  /** Somebody looks, and finds it as it was to be; the smoke test passes by itself. */
  private void accept(long version) {
    releases.report(Member.PRODUCT_MANAGER, version, proposal.acceptance(), CheckOutcome.PASSED);
    Release verified = releases.await(version, ReleaseState.VERIFIED);
    Require.that(
        verified.results().stream().anyMatch(one -> one.by().isEmpty()),
        "the server asked the service itself");
  }

  private void fail() {
    probe.setWell(false);
    proposal.change("Let everybody see the price first, and the discount");
    proposal.submit(2);
    for (Member signer :
        new Member[] {Member.TECHNICAL_LEAD, Member.FIRST_APPROVER, Member.SECOND_APPROVER}) {
      Signatures.signAndSync(team.of(signer), proposal.handoff());
    }
    releases.await(2, ReleaseState.TESTING);
    Require.that(
        releases.now(1).state() == ReleaseState.SUPERSEDED, "it is out in place of version 1");
    Release failed =
        releases.awaitPassing(
            SMOKE, 2, "version 2 is failed", its -> its.state() == ReleaseState.FAILED);
    Require.that(
        releases.words(failed.order().orElseThrow()).to() == 1, "version 1 is to come back");
  }

  private void takeBack() throws GeneralSecurityException {
    RecordId order = releases.now(2).order().orElseThrow();
    Signatures.signOrder(team.of(Member.TECHNICAL_LEAD), order);
    manager().sync();
    Require.that(
        releases.now(2).state() == ReleaseState.FAILED, "one signature takes nothing back");
    Signatures.signOrder(team.of(Member.FIRST_APPROVER), order);
    releases.await(2, ReleaseState.ROLLED_BACK);
    releases.await(1, ReleaseState.VERIFIED);
    probe.setWell(true);
  }

  private void alone() throws GeneralSecurityException {
    emergency = Optional.of(releases.orderEmergency(1));
    releases.await(1, ReleaseState.ROLLED_BACK);
    Require.that(order() == ApprovalState.OPEN, "others are asked to ratify it");
  }

  private ApprovalState order() {
    return Signatures.approval(manager(), emergency.orElseThrow()).state();
  }

  private void unratified() {
    team.pass(ALMOST_RATIFIED);
    manager().sync();
    Require.that(order() == ApprovalState.OPEN, "there are 48 hours to ratify it");
    Release release =
        releases.awaitPassing(REST, 1, "a revert is opened", its -> !its.order().equals(emergency));
    Require.that(order() == ApprovalState.EXPIRED, "nobody ratified it in time");
    Require.that(
        releases.words(release.order().orElseThrow()).purpose() == Purpose.REVERT,
        "the new order is a revert");
    Require.that(
        release.state() == ReleaseState.ROLLED_BACK, "nothing comes back before it is signed");
  }

  private void revert() throws GeneralSecurityException {
    RecordId order = releases.now(1).order().orElseThrow();
    Signatures.signOrder(team.of(Member.TECHNICAL_LEAD), order);
    Signatures.signOrder(team.of(Member.SECOND_APPROVER), order);
    Release again =
        releases.await(
            1,
            "version 1 is tested again",
            its -> its.state() == ReleaseState.TESTING && its.generation() == 2);
    Require.that(again.results().size() <= 1, "earlier results count no more");
    accept(1);
  }
}
