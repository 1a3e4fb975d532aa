package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.LocalRules;
import dev.throughline.desktop.approval.Reviews;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.consent.Footing;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.release.ReleaseReader;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.handoff.Basis;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Gathering;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.ManifestDiff;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Preflight;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a handoff with everything it consists of. Not on the UI thread. */
public final class HandoffReader {
  private static final Set<ApprovalState> VOID =
      Set.of(ApprovalState.CHANGED, ApprovalState.EXPIRED);

  private final LocalStore store;
  private final Rulings rulings;
  private final SignCases signing;
  private final ReleaseReader releases;
  private final Function<RecordId, List<RecordId>> family;

  /**
   * @param family the ideas that are one with an idea
   */
  public HandoffReader(
      LocalStore store,
      Rulings rulings,
      SignCases signing,
      Function<RecordId, List<RecordId>> family) {
    this.store = store;
    this.rulings = rulings;
    this.signing = signing;
    this.releases = new ReleaseReader(store, signing);
    this.family = family;
  }

  /** The handoff as it is now; empty when it is gone. */
  Optional<HandoffDetail> read(RecordId id) {
    // Before everything else: what comes in while this is read counts as not seen.
    long seen = store.cursor().map(Cursor::seq).orElse(0L);
    return live(id, Handoff.KIND).map(view -> detail(Handoff.from(view.id(), view.fields()), seen));
  }

  /** What a handoff consists of now; empty when it is gone. */
  public Optional<Bundle> bundle(RecordId id) {
    return read(id).map(HandoffDetail::bundle);
  }

  private HandoffDetail detail(Handoff handoff, long seen) {
    List<RecordId> ideas = handoff.idea().map(family).orElse(List.of());
    Bundle bundle = bundle(handoff, ideas);
    List<ItemCheck> items =
        bundle.items().stream().map(item -> ItemCheck.of(item, bundle)).toList();
    List<Packet> packets = sorted(Packet.KIND, List.of(handoff.id()), Packet::from);
    Optional<Packet> last = packets.stream().max(Comparator.comparingLong(Packet::version));
    Optional<SignCase> standing = signing.of(handoff.id());
    RecordNames names = new RecordNames(store);
    Map<RecordId, String> named = new HashMap<>();
    Stream.concat(
            bundle.proofs().stream().flatMap(one -> one.source().stream()),
            standing.stream().flatMap(its -> its.approval().changedSince(0).stream()))
        .forEach(source -> named.put(source, ProofWords.name(names, source)));
    return new HandoffDetail(
        bundle,
        items,
        Preflight.of(bundle),
        last,
        last.map(packet -> changes(packet, bundle)).orElse(List.of()),
        sorted(Mvp.KIND, ideas, Mvp::from).stream()
            .filter(one -> one.status() != MvpStatus.RETIRED)
            .toList(),
        TeamNames.of(store),
        named,
        standing,
        new Reviews(store).of(standing),
        releases.read(handoff.id(), packets),
        seats(bundle),
        store.rights().kernelTakes(),
        seen,
        standing.filter(its -> isVoid(its, last)).isPresent());
  }

  private int seats(Bundle bundle) {
    return LocalRules.of(store).of(Manifest.of(bundle, 1)).groups().stream()
        .mapToInt(Policy.Group::count)
        .sum();
  }

  private static boolean isVoid(SignCase standing, Optional<Packet> last) {
    boolean isOfLast = last.map(Packet::id).equals(Optional.of(standing.subject().id()));
    return isOfLast
        && (standing.isLate()
            || standing.isOutdated()
            || VOID.contains(standing.approval().state()));
  }

  private static List<ManifestDiff.Difference> changes(Packet packet, Bundle bundle) {
    return Json.parse(packet.manifest().getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json before)
        ? ManifestDiff.between(before, Manifest.of(bundle, packet.version()))
        : List.of();
  }

  private Bundle bundle(Handoff handoff, List<RecordId> ideas) {
    Bundle bundle = new Gathering(shelf()).of(handoff, ideas);
    // Of words that are not here nobody knows whether they may be used.
    return bundle.judged(
        link -> rulings.footing(link.source()) != Footing.HELD,
        sources(bundle.proofs()),
        !TeamNames.of(store).isEmpty());
  }

  private Gathering.Shelf shelf() {
    return new Gathering.Shelf() {
      @Override
      public Optional<Gathering.Kept> find(Kind kind, RecordId id) {
        return live(id, kind).map(HandoffReader::kept);
      }

      @Override
      public List<Gathering.Kept> below(Kind kind, Collection<RecordId> above) {
        return store.childrenOf(kind.name(), above).stream().map(HandoffReader::kept).toList();
      }
    };
  }

  private static Gathering.Kept kept(RecordView view) {
    return new Gathering.Kept(view.id(), view.fields());
  }

  private Map<RecordId, String> sources(List<Proof> proofs) {
    Map<RecordId, String> digests = new HashMap<>();
    proofs.stream()
        .flatMap(one -> one.source().stream())
        .distinct()
        .flatMap(id -> store.find(id).stream())
        .forEach(
            view ->
                digests.put(
                    view.id(), view.trashed() ? "gone" : Basis.of(view.kind(), view.fields())));
    return digests;
  }

  private Optional<RecordView> live(RecordId id, Kind kind) {
    return store.find(id).filter(view -> view.kind().equals(kind.name()) && !view.trashed());
  }

  private <T> List<T> sorted(
      Kind kind,
      Collection<RecordId> above,
      BiFunction<RecordId, SortedMap<String, Value>, T> parse) {
    return store.childrenOf(kind.name(), above).stream()
        .sorted(Comparator.comparing(RecordView::id))
        .map(view -> parse.apply(view.id(), view.fields()))
        .toList();
  }
}
