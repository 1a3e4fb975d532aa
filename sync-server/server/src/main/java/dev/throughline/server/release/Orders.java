package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.release.RollbackOrder.Words;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.approval.Rules;
import dev.throughline.server.log.Aftermath.Records;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Opens orders to take a release back, or to bring it back. */
final class Orders {
  private Orders() {}

  /** One that the server itself gives: after a failed check, or after a missed ratification. */
  static void open(Situation.Out out, Purpose purpose, Records records) {
    Release release = Moves.find(out.release().id(), records).orElseThrow();
    long number = 1;
    Words words = words(release, out, purpose, number, records);
    while (records.find(words.order()).isPresent()) {
      number++;
      words = words(release, out, purpose, number, records);
    }
    RollbackOrder order = RollbackOrder.of(words, "", Optional.empty(), records.nowMillis());
    records.write(order.id(), RollbackOrder.KIND.name(), order.toFields());
    open(release, order, words, records);
  }

  /** Opens the approval of an order that is there, and ties the release to it. */
  static void open(Release release, RollbackOrder order, Words words, Records records) {
    Json document =
        Json.parse(order.document().getBytes(StandardCharsets.UTF_8))
                instanceof Json.Parsed.Read(Json json)
            ? json
            : new Json.Nothing();
    // What was asked before is answered by this.
    release
        .order()
        .filter(before -> !before.equals(order.id()))
        .flatMap(before -> Cases.find(Approval.idOf(before), records))
        .ifPresent(before -> Cases.expire(before, records));
    Cases.open(
        new Cases.Opened(
            Approval.idOf(order.id()),
            words.handoff(),
            order.id(),
            order.digest(),
            document,
            Rules.of(records).of(words.purpose()),
            order.by(),
            apart(release, records)),
        records);
    Moves.write(release, Map.of(Release.ORDER, Value.text(order.id().toString())), records);
  }

  /** Who wrote, submitted or took back what an order is about, and so does not sign it. */
  private static Set<String> apart(Release release, Records records) {
    Set<String> people = new TreeSet<>();
    release
        .handoff()
        .flatMap(handoff -> Cases.find(Approval.idOf(handoff), records))
        .ifPresent(approval -> people.addAll(approval.contributors()));
    release
        .packet()
        .flatMap(id -> Situation.packet(id, records))
        .flatMap(Packet::by)
        .ifPresent(by -> people.add(by.toString()));
    records.naming(RollbackOrder.KIND.name(), RollbackOrder.RELEASE, release.id()).stream()
        .map(state -> RollbackOrder.from(state.id(), state.fields()))
        .filter(before -> before.words().filter(Orders::isEmergency).isPresent())
        .flatMap(order -> order.by().stream())
        .forEach(by -> people.add(by.toString()));
    return people;
  }

  private static boolean isEmergency(Words words) {
    return words.purpose() == Purpose.EMERGENCY;
  }

  private static Words words(
      Release release, Situation.Out out, Purpose purpose, long number, Records records) {
    List<RecordId> failed =
        release.results().stream()
            .filter(one -> one.outcome() == CheckOutcome.FAILED)
            .map(CheckResult.Taken::check)
            .toList();
    RecordId handoff = release.handoff().orElseThrow();
    return new Words(
        handoff,
        release.id(),
        release.generation(),
        out.packet().version(),
        purpose,
        number,
        purpose == Purpose.REVERT ? 0 : comesBack(handoff, out.packet().version(), records),
        "",
        failed);
  }

  /** The newest version before that one that had passed everything; 0 for none. */
  static long comesBack(RecordId handoff, long version, Records records) {
    return Situation.of(handoff, records).releases().stream()
        .filter(other -> other.packet().version() < version && other.release().isGood())
        .mapToLong(other -> other.packet().version())
        .max()
        .orElse(0);
  }
}
