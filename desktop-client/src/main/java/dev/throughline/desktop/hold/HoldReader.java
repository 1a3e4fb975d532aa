package dev.throughline.desktop.hold;

import dev.throughline.desktop.hold.HoldMessages.Kept;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for the holds, and puts them into words. Blocks; not on the UI thread. */
final class HoldReader {
  private static final Set<Role> KEEPERS = Set.of(Role.LEGAL_REVIEWER, Role.PRIVACY_OFFICER);

  private static final Comparator<Hold> NEWEST =
      Comparator.comparing((Hold hold) -> hold.state().isOver())
          .thenComparing(hold -> -hold.proposed().at());

  private final HoldDesk desk;
  private final HoldShelf shelf;
  private final LocalStore store;
  private final ShownTime time;
  private final HoldNames names;

  HoldReader(HoldParts parts) {
    this.desk = parts.desk();
    this.shelf = parts.shelf();
    this.store = parts.ledger().store();
    this.time = parts.around().time();
    this.names = new HoldNames(store, time);
  }

  /** Why whoever looks cannot set or end holds; empty when they can, with another person. */
  Optional<String> whyNot() {
    Optional<Set<Role>> roles = store.rights().access().roles();
    if (roles.isEmpty() || store.rights().person().isEmpty()) {
      return Optional.of(Texts.text("hold.nobody"));
    }
    return roles.get().stream().anyMatch(KEEPERS::contains)
        ? Optional.empty()
        : Optional.of(Texts.text("hold.notKeeper"));
  }

  /** The holds as far as they can be known now. */
  HoldsNow read() {
    Optional<String> whyNot = whyNot();
    if (whyNot.isPresent()) {
      return new HoldsNow(List.of(), whyNot.get(), false);
    }
    return switch (desk.holds().orElseGet(() -> new Reply.Unreachable<>("no server", 0))) {
      case Reply.Ok<List<Hold>>(List<Hold> all) -> {
        shelf.write(HoldMessages.keep(new Kept(all, time.clock().millis())));
        yield new HoldsNow(
            rows(all, true), Texts.text(all.isEmpty() ? "hold.none" : "hold.line"), true);
      }
      case Reply.Refused<List<Hold>>(String code, String sentence) -> {
        // Whoever may not see them any more does not keep the list either.
        shelf.write(HoldMessages.keep(new Kept(List.of(), 0)));
        yield new HoldsNow(List.of(), Texts.text("hold.coded", sentence, code), false);
      }
      case Reply.Unreachable<List<Hold>> _ -> away();
    };
  }

  private HoldsNow away() {
    return kept()
        .map(
            list ->
                new HoldsNow(
                    rows(list.holds(), false),
                    Texts.text("hold.away.kept", time.at(list.atMillis())),
                    false))
        .orElseGet(() -> new HoldsNow(List.of(), Texts.text("hold.away"), false));
  }

  /** The last list; empty when none was fetched. */
  Optional<Kept> kept() {
    return shelf.read().flatMap(HoldMessages::kept).filter(list -> list.atMillis() > 0);
  }

  List<Holdable> choices() {
    return names.choices();
  }

  private List<HoldRow> rows(List<Hold> all, boolean isLive) {
    Optional<RecordId> you = store.rights().person();
    return all.stream().sorted(NEWEST).map(hold -> row(hold, you, isLive)).toList();
  }

  private HoldRow row(Hold hold, Optional<RecordId> you, boolean isLive) {
    Optional<Hold.Step> first =
        switch (hold.state()) {
          case PROPOSED -> Optional.of(hold.proposed());
          case RELEASING -> hold.releaseAsked();
          case ACTIVE, RELEASED, WITHDRAWN -> Optional.empty();
        };
    boolean isOwn = first.filter(step -> you.equals(Optional.of(step.person()))).isPresent();
    return new HoldRow(
        hold,
        names.reached(hold.reach(), hold.record()),
        past(hold),
        Optional.of(Texts.text("hold.waits")).filter(_ -> isOwn),
        isLive ? can(hold.state(), isOwn) : Set.of());
  }

  private static Set<HoldStep> can(Hold.State state, boolean isOwn) {
    return switch (state) {
      case PROPOSED ->
          isOwn ? EnumSet.of(HoldStep.WITHDRAW) : EnumSet.of(HoldStep.CONFIRM, HoldStep.WITHDRAW);
      case ACTIVE -> EnumSet.of(HoldStep.RELEASE);
      case RELEASING -> isOwn ? Set.of() : EnumSet.of(HoldStep.RELEASE);
      case RELEASED, WITHDRAWN -> Set.of();
    };
  }

  private String past(Hold hold) {
    List<String> steps = new ArrayList<>();
    steps.add(said("hold.proposed", hold.proposed()));
    hold.confirmed().ifPresent(step -> steps.add(said("hold.confirmed", step)));
    hold.releaseAsked().ifPresent(step -> steps.add(said("hold.releaseAsked", step)));
    hold.released().ifPresent(step -> steps.add(said("hold.released", step)));
    return String.join(" ", steps);
  }

  private String said(String key, Hold.Step step) {
    return Texts.text(key, names.person(step.person()), time.at(step.at()));
  }
}
