package dev.throughline.desktop.approval;

import dev.throughline.desktop.consent.Footing;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Judge;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.ManifestDiff;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Envelope;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads where the signing of handoffs, orders and rules stands. Not on the UI thread. */
public final class SignCases {
  private final LocalStore store;
  private final Signing signing;
  private final Rulings rulings;
  private final ShownTime time;
  private final Subjects subjects;

  public SignCases(Signing signing, Rulings rulings, ShownTime time) {
    this.store = signing.store();
    this.signing = signing;
    this.rulings = rulings;
    this.time = time;
    this.subjects = new Subjects(store);
  }

  /** That of a handoff, or of a proposed rule; empty while the server has opened none. */
  public Optional<SignCase> of(RecordId handoff) {
    return at(Approval.idOf(handoff), handoff);
  }

  /** That of an order about a handoff; empty while the server has opened none. */
  public Optional<SignCase> of(RecordId handoff, RecordId order) {
    return at(Approval.idOf(order), handoff);
  }

  /** The same as it is by now; empty when it is gone. */
  Optional<SignCase> again(SignCase before) {
    return at(before.approval().id(), before.handoff());
  }

  private Optional<SignCase> at(RecordId approval, RecordId handoff) {
    return store
        .find(approval)
        .map(view -> Approval.from(view.id(), view.fields()))
        .filter(its -> its.revision() > 0)
        .flatMap(its -> read(handoff, its));
  }

  /** Those that wait for whoever looks, the one that ends first at the top. */
  public List<SignCase> waiting() {
    if (store.rights().person().isEmpty()) {
      return List.of();
    }
    return store.findAll(store.newestIds(Approval.KIND.name())).values().stream()
        .map(view -> Approval.from(view.id(), view.fields()))
        .filter(its -> its.state() == ApprovalState.OPEN)
        .sorted(Comparator.comparingLong(Approval::expiresAt))
        .flatMap(its -> its.handoff().flatMap(of -> read(of, its)).stream())
        .filter(SignCase::waitsForMe)
        .toList();
  }

  private Optional<SignCase> read(RecordId handoff, Approval approval) {
    PolicySet rules = LocalRules.of(store);
    Optional<Policy> policy = rules.named(approval.policy(), approval.policyVersion());
    return policy.flatMap(
        its ->
            approval
                .packet()
                .flatMap(subjects::find)
                .map(subject -> read(handoff, approval, subject, its, isCurrent(its, rules))));
  }

  private static boolean isCurrent(Policy policy, PolicySet rules) {
    return rules.current(policy.id()).filter(its -> its.version() == policy.version()).isPresent();
  }

  private SignCase read(
      RecordId handoff, Approval approval, Subject subject, Policy policy, boolean isCurrent) {
    Optional<RecordId> me = store.rights().person();
    Set<String> roles =
        store.rights().access().roles().orElse(Set.of()).stream()
            .map(Role::wireName)
            .collect(Collectors.toSet());
    Optional<DeviceKey> key = signing.mine();
    List<Vote> own = own(subject.id(), me);
    Optional<Subject> before =
        subject instanceof Subject.Version
            ? signedBefore(handoff, subject.version(), me)
            : Optional.empty();
    List<Difference> since =
        before
            .map(old -> ManifestDiff.between(old.document(), subject.document()))
            .orElse(List.of());
    Optional<Obstacle> obstacle =
        about(approval, isCurrent)
            .or(() -> unsound(handoff, subject, approval, policy))
            .or(() -> apart(subject, me))
            .or(() -> me(approval, policy, me, roles, own))
            .or(() -> Obstacle.of(key));
    return new SignCase(
        handoff,
        approval,
        subject,
        policy,
        Tally.of(policy, approval.votes()),
        me,
        roles,
        key,
        own.stream().findFirst(),
        before.map(Subject::version),
        since,
        obstacle,
        isCurrent
            && subjects.isSound(handoff, subject, approval, policy)
            && Obstacle.of(key).isEmpty()
            && me.filter(who -> isStoppable(approval, policy, who, roles)).isPresent(),
        isLate(approval),
        time.until(approval.expiresAt()),
        approval.isOpen() ? footing(subject.document()) : Map.of(),
        said(approval),
        TeamNames.of(store));
  }

  private Optional<Obstacle> about(Approval approval, boolean isCurrent) {
    if (!approval.isOpen()) {
      return Optional.of(Obstacle.NOT_OPEN);
    }
    if (isLate(approval)) {
      return Optional.of(Obstacle.LATE);
    }
    return isCurrent ? Optional.empty() : Optional.of(Obstacle.RULE_CHANGED);
  }

  private Optional<Obstacle> unsound(
      RecordId handoff, Subject subject, Approval approval, Policy policy) {
    return subjects.isSound(handoff, subject, approval, policy)
        ? Optional.empty()
        : Optional.of(Obstacle.UNSOUND);
  }

  /** Nobody signs their own proposal, whatever the server says of who asked for it. */
  private static Optional<Obstacle> apart(Subject subject, Optional<RecordId> me) {
    return me.isPresent()
            && subject instanceof Subject.Proposal proposal
            && proposal.proposal().by().equals(me)
        ? Optional.of(Obstacle.APART)
        : Optional.empty();
  }

  /** Whether somebody can still say no to what they or everybody said go to. */
  private boolean isStoppable(Approval approval, Policy policy, RecordId me, Set<String> roles) {
    boolean isMet = approval.state() == ApprovalState.MET;
    if (!isMet && (!approval.isOpen() || isLate(approval))) {
      return false;
    }
    Optional<Approval.Cast> own =
        approval.votes().stream().filter(vote -> vote.person().equals(me)).findFirst();
    return own.map(Approval.Cast::isFor)
        .orElse(
            isMet
                && !Judge.isApart(approval, policy, me)
                && roles.stream().anyMatch(policy.vetoes()::contains));
  }

  private boolean isLate(Approval approval) {
    return time.clock().millis() > approval.expiresAt();
  }

  private static Optional<Obstacle> me(
      Approval approval, Policy policy, Optional<RecordId> me, Set<String> roles, List<Vote> own) {
    if (me.isEmpty()) {
      return Optional.of(Obstacle.NOBODY);
    }
    boolean hasSeat =
        policy.groups().stream()
            .anyMatch(group -> roles.stream().anyMatch(group.roles()::contains));
    if (!hasSeat && roles.stream().noneMatch(policy.vetoes()::contains)) {
      return Optional.of(Obstacle.NO_SEAT);
    }
    if (Judge.isApart(approval, policy, me.get())) {
      return Optional.of(Obstacle.APART);
    }
    boolean hasSigned =
        own.stream()
            .anyMatch(
                vote ->
                    vote.verdict().isEmpty()
                        || approval.votes().stream().anyMatch(it -> it.vote().equals(vote.id())));
    return hasSigned ? Optional.of(Obstacle.SIGNED) : Optional.empty();
  }

  /** Their votes on what is signed: the one that counts, then the newest first. */
  private List<Vote> own(RecordId subject, Optional<RecordId> me) {
    return store.childrenOf(Vote.KIND.name(), List.of(subject)).stream()
        .map((RecordView view) -> Vote.from(view.id(), view.fields()))
        .filter(vote -> me.isPresent() && isOf(vote, me))
        .sorted(
            Comparator.comparing((Vote vote) -> !isAccepted(vote))
                .thenComparing(Comparator.comparingLong(SignCases::claimedAt).reversed()))
        .toList();
  }

  /** The server says who brought a vote; what it has not seen is one's own. */
  private static boolean isOf(Vote vote, Optional<RecordId> me) {
    return vote.by().equals(me)
        || (vote.by().isEmpty()
            && vote.verdict().isEmpty()
            && statement(vote).map(Statement::person).equals(me));
  }

  private static boolean isAccepted(Vote vote) {
    return vote.verdict().equals(Optional.of(Verdict.ACCEPTED));
  }

  private static long claimedAt(Vote vote) {
    return statement(vote).map(Statement::claimedAt).orElse(0L);
  }

  private Optional<Subject> signedBefore(RecordId handoff, long version, Optional<RecordId> me) {
    for (long before = version - 1; before > 0; before--) {
      RecordId id = Packet.idOf(handoff, before);
      if (own(id, me).stream().anyMatch(SignCases::isAccepted)) {
        return subjects.packet(id);
      }
    }
    return Optional.empty();
  }

  /** What those said whose votes count. */
  private Map<RecordId, Statement> said(Approval approval) {
    Map<RecordId, Statement> said = new HashMap<>();
    List<RecordId> votes = approval.votes().stream().map(Approval.Cast::vote).toList();
    store
        .findAll(votes)
        .values()
        .forEach(
            view ->
                statement(Vote.from(view.id(), view.fields()))
                    .ifPresent(its -> said.put(view.id(), its)));
    return said;
  }

  /** What a vote says; not whether its signature holds, which the server has looked at. */
  static Optional<Statement> statement(Vote vote) {
    return Envelope.parse(
                vote.envelope().getBytes(StandardCharsets.UTF_8), Set.of(Statement.PAYLOAD_TYPE))
            instanceof Envelope.Parsed.Read(Envelope envelope)
        ? Statement.parse(envelope.payload())
        : Optional.empty();
  }

  /** Asked anew each time: consent may have been taken back since the packet was made. */
  private Map<Footing, Integer> footing(Json manifest) {
    Map<Footing, Integer> counted = new EnumMap<>(Footing.class);
    if (manifest instanceof Json.Members(var members)
        && members.get("evidence") instanceof Json.Items(var claims)) {
      claims.forEach(claim -> counted.merge(rulings.footing(source(claim)), 1, Integer::sum));
    }
    return counted;
  }

  /** What the evidence of a document points to. */
  static List<RecordId> sources(Json manifest) {
    return manifest instanceof Json.Members(var members)
            && members.get("evidence") instanceof Json.Items(var claims)
        ? claims.stream().flatMap(claim -> source(claim).stream()).toList()
        : List.of();
  }

  private static Optional<RecordId> source(Json claim) {
    return claim instanceof Json.Members(var members)
            && members.get("source") instanceof Json.Text(String text)
        ? RecordId.parse(text)
        : Optional.empty();
  }
}
