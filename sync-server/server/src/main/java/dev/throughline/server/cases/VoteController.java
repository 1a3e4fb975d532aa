package dev.throughline.server.cases;

import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes signed votes in, as desktops bring them. An envelope has one record, so the same one again
 * is answered as the first time.
 */
@RestController
final class VoteController {
  private final MessageBodies bodies;
  private final RecordDesk records;

  VoteController(MessageBodies bodies, RecordDesk records) {
    this.bodies = bodies;
    this.records = records;
  }

  @PostMapping("/cases/{id}/votes")
  ResponseEntity<byte[]> vote(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Case of = Case.read(desk, Queries.id(id));
    String envelope =
        Members.of(body, Set.of(Vote.ENVELOPE))
            .exact(Vote.ENVELOPE, Vote.ENVELOPE_LENGTH_MAX)
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> Members.malformed("envelope is missing."));
    Case.Subject subject =
        of.subject()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.NOT_NOW, "Nothing was submitted yet that could be signed."));
    Vote vote = brought(desk, of.approval().id(), subject.id(), envelope);
    Verdict verdict = vote.verdict().orElse(Verdict.STALE);
    if (verdict != Verdict.ACCEPTED) {
      throw new ProblemException(
          Problem.VOTE_REFUSED,
          VerdictWords.of(verdict),
          Map.of("verdict", Value.text(verdict.wireName())));
    }
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(vote.id().toString()));
    members.put("verdict", Value.text(verdict.wireName()));
    members.put("sentence", Value.text(VerdictWords.of(verdict)));
    members.put(
        "state", Value.text(Case.read(desk, of.approval().id()).approval().state().wireName()));
    return answering.with(WireFormat.VALUE, new Value.Entries(members));
  }

  private static Vote brought(
      RecordDesk.Opened desk, RecordId about, RecordId subject, String envelope) {
    String kind = Vote.KIND.name();
    RecordId id = Vote.idOf(envelope);
    RecordDesk.Made made =
        desk.make(
            desk.once(kind, id.toString()),
            id,
            kind,
            Map.of(
                Vote.PACKET, Value.text(subject.toString()),
                Vote.ENVELOPE, Value.text(envelope)));
    return desk.find(kind, id)
        .filter(_ -> desk.mayRead(id))
        .map(found -> Vote.from(id, found.fields()))
        .filter(vote -> vote.packet().map(of -> Case.isOf(desk, about, of)).orElse(false))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_ALLOWED,
                    made instanceof RecordDesk.Made.Refused(String why)
                        ? why
                        : "It was refused before, or brought to another case."));
  }
}
