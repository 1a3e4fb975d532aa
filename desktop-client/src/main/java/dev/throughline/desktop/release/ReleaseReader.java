package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.LocalRules;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what became of the versions of a handoff. Not on the UI thread. */
public final class ReleaseReader {
  private final LocalStore store;
  private final SignCases signing;

  public ReleaseReader(LocalStore store, SignCases signing) {
    this.store = store;
    this.signing = signing;
  }

  /** A version whose signatures were used. */
  private record Sent(Packet packet, Release release, Json manifest) {
    long version() {
      return packet.version();
    }
  }

  /** Those of a handoff, by the packets it has. */
  public ReleasesNow read(RecordId handoff, List<Packet> packets) {
    SortedMap<Long, Sent> sent = new TreeMap<>(Comparator.reverseOrder());
    packets.forEach(packet -> sent(packet).ifPresent(its -> sent.put(its.version(), its)));
    Optional<Sent> newest = sent.values().stream().findFirst();
    Optional<Sent> out =
        sent.values().stream().filter(its -> its.release().state().isOut()).findFirst();
    boolean mayReport = may(CheckResult.KIND);
    List<Course> courses =
        Stream.concat(
                newest.stream(),
                sent.values().stream()
                    .filter(
                        its ->
                            Optional.of(its).equals(out)
                                || its.release().state() == ReleaseState.ROLLING_BACK))
            .distinct()
            .map(its -> course(its, sent, mayReport))
            .toList();
    return new ReleasesNow(
        courses,
        orders(handoff, sent),
        out.map(its -> aim(handoff, its, sent)),
        may(RollbackOrder.KIND),
        store.rights().access().roles().orElse(Set.of()).contains(Role.INCIDENT_LEAD),
        TeamNames.of(store));
  }

  private boolean may(Kind kind) {
    return store.rights().access().write(kind.name()) instanceof Access.Decision.Allowed;
  }

  private Optional<Sent> sent(Packet packet) {
    return store
        .find(Release.idOf(packet.id()))
        .map(view -> new Sent(packet, Release.from(view.id(), view.fields()), manifest(packet)));
  }

  private static Json manifest(Packet packet) {
    return Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? json
        : new Json.Members(new TreeMap<>());
  }

  private Course course(Sent of, SortedMap<Long, Sent> sent, boolean mayReport) {
    Release release = of.release();
    long next =
        sent.headMap(of.version()).values().stream().mapToLong(Sent::version).min().orElse(0);
    return new Course(
        release,
        of.version(),
        PlannedCheck.of(of.manifest()).stream().map(one -> stand(one, release, mayReport)).toList(),
        release
            .order()
            .flatMap(this::order)
            .flatMap(RollbackOrder::words)
            .map(Words::to)
            .orElse(0L),
        next,
        release.state() == ReleaseState.BLOCKED ? Refusal.of(release.verdict()) : Optional.empty());
  }

  private CheckStand stand(PlannedCheck planned, Release release, boolean mayReport) {
    Optional<CheckResult.Taken> result = release.result(planned.id());
    Optional<CheckResult> reported =
        result.isPresent() || release.state() != ReleaseState.TESTING
            ? Optional.empty()
            : store
                .find(CheckResult.idOf(release.id(), release.generation(), planned.id()))
                .map(view -> CheckResult.from(view.id(), view.fields()));
    boolean isAwaited = release.state().isBefore() || release.state() == ReleaseState.TESTING;
    boolean isAsked =
        mayReport
            && release.state() == ReleaseState.TESTING
            && result.isEmpty()
            && reported.isEmpty();
    return new CheckStand(planned, result, reported, isAwaited, isAsked);
  }

  private Aim aim(RecordId handoff, Sent out, SortedMap<Long, Sent> sent) {
    List<PlannedCheck> failed = new ArrayList<>(PlannedCheck.of(out.manifest()));
    failed.removeIf(
        one ->
            out.release()
                .result(one.id())
                .filter(its -> its.outcome() == CheckOutcome.FAILED)
                .isEmpty());
    long to =
        sent.values().stream()
            .filter(its -> its.version() < out.version())
            .filter(its -> its.release().isGood())
            .mapToLong(Sent::version)
            .max()
            .orElse(0);
    return new Aim(
        handoff,
        out.manifest() instanceof Json.Members(var its)
                && its.get("title") instanceof Json.Text(String title)
            ? title
            : "",
        out.release(),
        out.version(),
        to,
        failed.stream().map(PlannedCheck::id).toList(),
        failed.stream().map(PlannedCheck::text).toList(),
        hasComeBack(handoff, out.release()),
        LocalRules.of(store));
  }

  /** Whether people signed that it comes back after nobody stood behind an emergency. */
  private boolean hasComeBack(RecordId handoff, Release release) {
    return store.childrenOf(RollbackOrder.KIND.name(), List.of(handoff)).stream()
        .map(view -> RollbackOrder.from(view.id(), view.fields()))
        .filter(order -> order.release().equals(Optional.of(release.id())))
        .anyMatch(
            order ->
                order.hasBroughtBack(
                    id ->
                        store
                            .find(id)
                            .map(view -> Approval.from(view.id(), view.fields()).state())));
  }

  private List<OrderStand> orders(RecordId handoff, SortedMap<Long, Sent> sent) {
    return store.childrenOf(RollbackOrder.KIND.name(), List.of(handoff)).stream()
        .map(view -> RollbackOrder.from(view.id(), view.fields()))
        .flatMap(order -> stand(handoff, order, sent).stream())
        .sorted(Comparator.comparingLong((OrderStand one) -> one.order().atMillis()).reversed())
        .toList();
  }

  private Optional<OrderStand> stand(
      RecordId handoff, RollbackOrder order, SortedMap<Long, Sent> sent) {
    Optional<Words> words = order.words().filter(its -> its.handoff().equals(handoff));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<SignCase> standing = signing.of(handoff, order.id());
    Optional<Sent> about = Optional.ofNullable(sent.get(words.get().version()));
    boolean waits =
        standing
            .map(its -> !its.approval().state().isOver())
            .orElseGet(() -> about.filter(its -> isComing(its, words.get())).isPresent());
    return waits
        ? Optional.of(new OrderStand(order, words.get(), failed(words.get(), about), standing))
        : Optional.empty();
  }

  /** Whether the server has still to hear of it. */
  private static boolean isComing(Sent about, Words words) {
    return about.release().state().isOut() && about.release().generation() == words.generation();
  }

  private static List<String> failed(Words words, Optional<Sent> about) {
    return about.map(its -> PlannedCheck.of(its.manifest())).orElse(List.of()).stream()
        .filter(check -> words.failed().contains(check.id()))
        .map(PlannedCheck::text)
        .toList();
  }

  private Optional<RollbackOrder> order(RecordId id) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(RollbackOrder.KIND.name()))
        .map(view -> RollbackOrder.from(view.id(), view.fields()));
  }
}
