package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldType.Texts;
import dev.throughline.model.value.Value;
import dev.throughline.server.sync.RecordDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cases as routes tell them. Times are milliseconds since the epoch. */
final class CaseView {
  private CaseView() {}

  /** What a list tells of a case. */
  static Map<String, Value> line(Approval approval) {
    Map<String, Value> members = new TreeMap<>();
    members.put("id", text(approval.id()));
    members.put("handoff", text(approval.handoff()));
    members.put("kind", Value.text(Case.kind(approval)));
    members.put("state", Value.text(approval.state().wireName()));
    members.put("revision", Value.whole(approval.revision()));
    members.put("caseDigest", Value.text(approval.caseDigest()));
    members.put("requester", text(approval.requester()));
    members.put("openedAt", Value.whole(approval.openedAt()));
    members.put("expiresAt", Value.whole(approval.expiresAt()));
    members.put("metAt", Value.whole(approval.metAt()));
    return members;
  }

  /** Everything about a case that whoever asks may read. */
  static Map<String, Value> whole(RecordDesk.Opened desk, Case of) {
    Approval approval = of.approval();
    Optional<Policy> policy = Case.rule(desk, approval);
    Map<String, Value> members = line(approval);
    members.put("registry", Value.whole(approval.registry()));
    members.put("subject", of.subject().map(CaseView::subject).orElse(Value.NOTHING));
    members.put("policy", policy.map(CaseView::policy).orElse(Value.NOTHING));
    members.put(
        "seats", new Value.Items(policy.map(its -> seats(its, approval)).orElse(List.of())));
    members.put(
        "votes",
        desk.access().mayRead(Vote.KIND.name())
            ? new Value.Items(
                of.subject().stream().flatMap(its -> votes(desk, its.id()).stream()).toList())
            : Value.NOTHING);
    return members;
  }

  private static Value subject(Case.Subject of) {
    return entries(
        Map.of(
            "kind", Value.text(of.kind()),
            "id", text(of.id()),
            "digest", Value.text(of.digest()),
            "document", Value.text(of.document())));
  }

  private static Value policy(Policy policy) {
    return entries(
        Map.of(
            "id", Value.text(policy.id()),
            "version", Value.whole(policy.version()),
            "digest", Value.text(policy.digest()),
            "document", Value.text(policy.document())));
  }

  private static List<Value> seats(Policy policy, Approval approval) {
    Tally tally = Tally.of(policy, approval.votes());
    return Tally.seats(policy).stream()
        .map(
            seat ->
                entries(
                    Map.of(
                        "group", Value.text(seat.group().name()),
                        "number", Value.whole(seat.number()),
                        "roles", Texts.of(seat.group().roles()),
                        "person", text(tally.in(seat)))))
        .toList();
  }

  private static List<Value> votes(RecordDesk.Opened desk, RecordId subject) {
    return desk.naming(Vote.KIND.name(), Vote.PACKET, List.of(subject)).stream()
        .filter(found -> desk.mayRead(found.id()))
        .map(found -> Vote.from(found.id(), found.fields()))
        .sorted(Comparator.comparingLong(Vote::countedAt).thenComparing(Vote::id))
        .map(CaseView::vote)
        .toList();
  }

  /** A vote and what became of it. */
  static Value vote(Vote vote) {
    return entries(
        Map.of(
            "id", text(vote.id()),
            "by", text(vote.by()),
            "verdict",
                vote.verdict().map(Verdict::wireName).<Value>map(Value::text).orElse(Value.NOTHING),
            "countedAt", Value.whole(vote.countedAt()),
            "envelope", Value.text(vote.envelope())));
  }

  private static Value text(RecordId id) {
    return Value.text(id.toString());
  }

  private static Value text(Optional<RecordId> id) {
    return id.<Value>map(CaseView::text).orElse(Value.NOTHING);
  }

  private static Value entries(Map<String, Value> members) {
    return new Value.Entries(new TreeMap<>(members));
  }
}
