package dev.throughline.trials.handoff;

import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.signing.Json;
import dev.throughline.trials.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kills the server, its worker and its workflow engine with it, at every call to Kernel and
 * SentinelNet: once before anything has come of the call, once when everything has and nobody was
 * told. A handoff that goes out, fails and is taken back leaves the same trail as undisturbed.
 */
public final class TortureHandoff {
  private static final Member[] SIGNERS = {
    Member.TECHNICAL_LEAD, Member.FIRST_APPROVER, Member.SECOND_APPROVER
  };

  private static final String TOLD = ".told";
  private static final String COMMITTED = "push.committed";

  /** Of each run: it goes out, and it comes back. */
  private static final long APPLIED = 2;

  private final Team team;
  private final Probe probe;
  private final Outside.PlayedOnes outside;
  private final Strikes strikes;

  private TortureHandoff(Team team, Probe probe, Outside.PlayedOnes outside, Strikes strikes) {
    this.team = team;
    this.probe = probe;
    this.outside = outside;
    this.strikes = strikes;
  }

  /**
   * Plays so many handoffs, each killed at the next place, beginning anew after the last one.
   *
   * @param folder is new
   * @param script {@code make-test-ca}
   */
  public static Verdict run(Path folder, Path script, int runs) throws Exception {
    Strikes strikes = new Strikes();
    try (Outside.PlayedOnes outside =
            Outside.played(script, folder.resolve("authority"), InstantSource.system());
        Probe probe = Probe.open();
        Team team =
            Team.open(
                folder,
                data -> {
                  HostKilled host = HostKilled.start(data, outside, probe);
                  strikes.on(host);
                  return host;
                })) {
      outside.kernel().system().tell(strikes);
      outside.sentinel().system().tell(strikes);
      team.gather();
      return new TortureHandoff(team, probe, outside, strikes).runs(runs);
    }
  }

  private Verdict runs(int runs) throws Exception {
    List<String> undisturbed = played();
    int places = strikes.places();
    System.out.printf("%d places to die at; undisturbed: %s%n", places, undisturbed);
    Verdict total = Verdict.NONE;
    for (int run = 1; run <= runs; run++) {
      Verdict verdict = run((run - 1) % places, undisturbed);
      System.out.printf("run %d: %s, %s%n", run, strikes.struck(), verdict);
      total = total.plus(verdict);
    }
    return total;
  }

  private Verdict run(int place, List<String> undisturbed) throws Exception {
    long applied = outside.kernel().applied();
    strikes.arm(place);
    try {
      List<String> trail = played();
      boolean isSame = trail.equals(undisturbed) && !strikes.struck().isEmpty();
      if (!isSame) {
        System.out.println("its trail: " + trail);
      }
      long more = outside.kernel().applied() - applied - APPLIED;
      return new Verdict(1, isSame ? 0 : 1, (int) Math.max(0, more), 0);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      return new Verdict(1, 1, 0, 1);
    }
  }

  /** From an idea until it was taken back; what the package tells of it, which is proven. */
  private List<String> played() throws Exception {
    Colleague manager = team.of(Member.PRODUCT_MANAGER);
    RecordId idea = manager.desk().ledger().newRecord();
    new Discovery(team.of(Member.RESEARCHER), manager).idea(idea);
    Proposal proposal = new Proposal(manager, idea);
    proposal.handoff(probe.address());
    proposal.submit(1);
    for (Member signer : SIGNERS) {
      Signatures.signAndSync(team.of(signer), proposal.handoff());
    }
    Releases releases = new Releases(team, proposal.handoff());
    releases.await(
        1, "version 1 was looked at", its -> its.results().stream().anyMatch(TortureHandoff::auto));
    releases.report(Member.TECHNICAL_LEAD, 1, proposal.acceptance(), CheckOutcome.FAILED);
    releases.await(1, ReleaseState.FAILED);
    takeBack(releases);
    return trail(manager, proposal.handoff());
  }

  private static boolean auto(CheckResult.Taken result) {
    return result.by().isEmpty();
  }

  private void takeBack(Releases releases) throws GeneralSecurityException {
    RecordId order = releases.now(1).order().orElseThrow();
    Signatures.signOrder(team.of(Member.TECHNICAL_LEAD), order);
    Signatures.signOrder(team.of(Member.FIRST_APPROVER), order);
    releases.await(1, ReleaseState.ROLLED_BACK);
  }

  private List<String> trail(Colleague manager, RecordId handoff)
      throws IOException, InterruptedException {
    List<String> lines = Trail.lines(manager, team.address(), handoff);
    Require.that(
        CasePackage.parse(lines) instanceof CasePackage.Parsed.Read(var of)
            && PackageCheck.of(of).isProven(),
        "the package is proven");
    List<String> events =
        lines.stream()
            .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
            .flatMap(read -> event(read).stream())
            .toList();
    // Who is absent is told beside everything else, so that may come sooner or later, and so may
    // the commit in which it is written down.
    return Stream.concat(
            events.stream().filter(one -> !isBeside(one)),
            events.stream().filter(TortureHandoff::isBeside).sorted())
        .toList();
  }

  private static boolean isBeside(String event) {
    return event.endsWith(TOLD) || event.equals(COMMITTED);
  }

  /** What happened and why; without times and ids, which differ. */
  private static Optional<String> event(Json.Parsed line) {
    return line instanceof Json.Parsed.Read(Json.Members(var members))
            && members.get("event") instanceof Json.Text(String event)
            && Json.parse(event.getBytes(StandardCharsets.UTF_8))
                instanceof Json.Parsed.Read(Json.Members(var its))
            && its.get("type") instanceof Json.Text(String type)
            && its.get("reason") instanceof Json.Text(String reason)
        ? Optional.of(reason.isEmpty() ? type : type + " " + reason)
        : Optional.empty();
  }
}
