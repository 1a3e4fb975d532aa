package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType.Texts;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import dev.throughline.model.value.Value;
import dev.throughline.server.approval.Cases;
import dev.throughline.server.log.Aftermath.Records;
import dev.throughline.server.log.AuditNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The steps of a release as they are written down. Each looks, under the lock of the head, whether
 * the release is still where whoever takes the step saw it; if not, nothing happens.
 */
final class Moves {
  private Moves() {}

  /**
   * Spends the signatures of a packet and lets it go out, in place of those versions that are not
   * out yet. What is out stays, and can be taken back, until this one is out instead.
   */
  static boolean begin(Approval seen, Records records) {
    RecordId handoff = seen.handoff().orElseThrow();
    Optional<Packet> packet = seen.packet().flatMap(id -> Situation.packet(id, records));
    boolean isThere = packet.flatMap(of -> find(Release.idOf(of.id()), records)).isPresent();
    if (packet.isEmpty() || isThere || !Cases.spend(seen, records)) {
      return false;
    }
    Approval spent = Cases.find(seen.id(), records).orElseThrow();
    Situation.of(handoff, records).releases().stream()
        .filter(other -> other.release().state().isBefore())
        .forEach(other -> supersede(other, records));
    RecordId id = Release.idOf(packet.get().id());
    Map<String, Value> fields = new HashMap<>();
    fields.put(Release.HANDOFF, Value.text(handoff.toString()));
    fields.put(Release.PACKET, Value.text(packet.get().id().toString()));
    fields.put(Release.STATE, Value.text(ReleaseState.CHECKING.wireName()));
    fields.put(Release.WAITS, Value.text(Waits.NOTHING.wireName()));
    fields.put(Release.CASE_DIGEST, Value.text(spent.caseDigest()));
    fields.put(Release.GENERATION, Value.whole(1));
    fields.put(Release.STARTED_AT, Value.whole(records.nowMillis()));
    fields.put(Release.SINCE, Value.whole(records.nowMillis()));
    fields.put(Release.VOTES, Approval.votes(spent.votes()));
    records.write(id, Release.KIND.name(), fields);
    note(Release.from(id, fields), "release.started", "", records);
    return true;
  }

  /** It is out, and whatever was out before is not any more. */
  static boolean out(Release seen, Records records) {
    if (!move(seen, ReleaseState.TESTING, Map.of(), "", records)) {
      return false;
    }
    Situation.of(seen.handoff().orElseThrow(), records).releases().stream()
        .filter(other -> !other.release().id().equals(seen.id()))
        .filter(other -> !other.release().state().isBefore())
        .forEach(other -> supersede(other, records));
    return true;
  }

  /** Another version is out instead; nobody needs to sign any more that this one is taken back. */
  static void supersede(Situation.Out other, Records records) {
    ReleaseState state = other.release().state();
    if (state.isReplaceable() || state == ReleaseState.ROLLING_BACK) {
      other.order().ifPresent(order -> Cases.expire(order.approval(), records));
      move(other.release(), ReleaseState.SUPERSEDED, Map.of(), "", records);
    }
  }

  /** Takes a release on, if it is still where it was seen. */
  static boolean move(
      Release seen, ReleaseState to, Map<String, Value> more, String reason, Records records) {
    if (now(seen, records).isEmpty()) {
      return false;
    }
    Map<String, Value> fields = new HashMap<>(more);
    fields.put(Release.STATE, Value.text(to.wireName()));
    fields.put(Release.SINCE, Value.whole(records.nowMillis()));
    fields.putIfAbsent(Release.WAITS, Value.text(Waits.NOTHING.wireName()));
    write(seen, fields, records);
    note(find(seen.id(), records).orElseThrow(), "release." + to.wireName(), reason, records);
    return true;
  }

  /** Sends it out once more, or has it tested again, as another generation. */
  static boolean again(
      Release seen, ReleaseState from, List<CheckResult.Taken> kept, Records records) {
    return move(
        seen,
        from,
        Map.of(
            Release.GENERATION, Value.whole(seen.generation() + 1),
            Release.STARTED_AT, Value.whole(records.nowMillis()),
            Release.RESULTS, CheckResult.Taken.values(kept),
            Release.ORDER, Value.NOTHING,
            Release.SIGNATURE, Value.text("")),
        "again",
        records);
  }

  /** Says what it waits for. */
  static void waits(Release seen, Waits what, Records records) {
    now(seen, records)
        .filter(it -> it.waits() != what)
        .ifPresent(it -> write(it, Map.of(Release.WAITS, Value.text(what.wireName())), records));
  }

  /** Takes in what came out of a check, unless something came out of it before. */
  static void result(Release seen, CheckResult.Taken result, Records records) {
    now(seen, records)
        .filter(it -> it.state() == ReleaseState.TESTING)
        .filter(it -> it.result(result.check()).isEmpty())
        .ifPresent(
            it -> {
              List<CheckResult.Taken> all = new ArrayList<>(it.results());
              all.add(result);
              write(it, Map.of(Release.RESULTS, CheckResult.Taken.values(all)), records);
              audit(
                  it,
                  "check." + result.outcome().wireName(),
                  "",
                  Map.of("check", result.check().toString()),
                  records);
            });
  }

  /** Remembers that people were told of something. */
  static void told(Release seen, String what, Records records) {
    find(seen.id(), records)
        .filter(it -> !it.told().contains(what))
        .ifPresent(
            it -> {
              TreeSet<String> told = new TreeSet<>(it.told());
              told.add(what);
              write(it, Map.of(Release.TOLD, Texts.of(told)), records);
              audit(it, "release.told", "", Map.of("what", what), records);
            });
  }

  static Optional<Release> find(RecordId id, Records records) {
    return records
        .find(id)
        .filter(state -> state.kind().equals(Release.KIND.name()))
        .map(state -> Release.from(state.id(), state.fields()));
  }

  private static Optional<Release> now(Release seen, Records records) {
    return find(seen.id(), records)
        .filter(it -> it.state() == seen.state() && it.generation() == seen.generation());
  }

  static void write(Release of, Map<String, Value> fields, Records records) {
    Map<String, Value> all = new HashMap<>(fields);
    all.put(Release.HANDOFF, Value.text(of.handoff().orElseThrow().toString()));
    records.write(of.id(), Release.KIND.name(), all);
  }

  static void note(Release about, String type, String reason, Records records) {
    audit(about, type, reason, Map.of("caseDigest", about.caseDigest()), records);
  }

  private static void audit(
      Release about, String type, String reason, Map<String, String> more, Records records) {
    Map<String, String> all = new HashMap<>(more);
    all.put("handoff", about.handoff().map(RecordId::toString).orElse(""));
    all.put("packet", about.packet().map(RecordId::toString).orElse(""));
    all.put("generation", Long.toString(about.generation()));
    records.audit(
        new AuditNote(type, AuditNote.SUCCESS, reason, Release.KIND.name(), about.id(), all));
  }
}
