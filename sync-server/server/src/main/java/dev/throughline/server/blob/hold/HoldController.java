package dev.throughline.server.blob.hold;

import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.blob.store.BlobStore;
import dev.throughline.server.blob.store.StorePlace;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sets, confirms, ends and lists holds. For legal reviewers and privacy officers; it takes two of
 * them, so nobody sets one where nobody signs in.
 */
@RestController
final class HoldController {
  private static final Set<String> MEMBERS = Set.of("matter", "reason", "scope", "record");
  private static final Set<Role> KEEPERS = Set.of(Role.LEGAL_REVIEWER, Role.PRIVACY_OFFICER);

  private final MessageBodies bodies;
  private final RecordDesk records;
  private final Holds holds;
  private final StorePlace place;
  private final InstantSource clock;

  HoldController(
      MessageBodies bodies,
      RecordDesk records,
      Holds holds,
      StorePlace place,
      InstantSource clock) {
    this.bodies = bodies;
    this.records = records;
    this.holds = holds;
    this.place = place;
    this.clock = clock;
  }

  /** A workspace, entered by somebody who may hold. */
  private record Entered(RecordDesk.Opened desk, RecordId person) {}

  @PostMapping("/blobs/v1/holds")
  ResponseEntity<byte[]> propose(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Members members = Members.of(bodies.read(request, WireFormat.VALUE), MEMBERS);
    String key = Queries.key(request);
    Entered entered = enter(request);
    Hold wanted =
        new Hold(
            id(entered, key),
            line(members, "matter", Hold.MATTER_LENGTH_MAX),
            line(members, "reason", Hold.REASON_LENGTH_MAX),
            Hold.Scope.of(members.choice("scope", Hold.Scope.NAMES)),
            members.record("record"),
            Hold.State.PROPOSED,
            new Hold.Step(entered.person(), clock.instant()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    return answer(answering, holds.propose(entered.desk().workspace(), wanted));
  }

  private static UUID id(Entered entered, String key) {
    return Uuids.derived(
        String.join(
            "\n", "hold", entered.desk().workspace().toString(), entered.person().toString(), key));
  }

  private static String line(Members members, String name, int lengthMax) {
    String text = Members.line(members.text(name).orElse(""));
    if (text.isEmpty() || text.length() > lengthMax) {
      throw Members.malformed(name + " must be a text of 1 to " + lengthMax + " characters.");
    }
    return text;
  }

  @PostMapping("/blobs/v1/holds/{id}/confirm")
  ResponseEntity<byte[]> confirm(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Entered entered = enter(request);
    UUID hold = Queries.id(id).value();
    return answer(
        answering, holds.confirm(entered.desk().workspace(), hold, entered.person(), store()));
  }

  @PostMapping("/blobs/v1/holds/{id}/withdraw")
  ResponseEntity<byte[]> withdraw(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Entered entered = enter(request);
    UUID hold = Queries.id(id).value();
    return answer(answering, holds.withdraw(entered.desk().workspace(), hold, entered.person()));
  }

  @PostMapping("/blobs/v1/holds/{id}/release")
  ResponseEntity<byte[]> release(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Entered entered = enter(request);
    UUID hold = Queries.id(id).value();
    return answer(
        answering, holds.release(entered.desk().workspace(), hold, entered.person(), store()));
  }

  @GetMapping("/blobs/v1/holds")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Entered entered = enter(request);
    int limit = Queries.limit(request);
    List<Hold> page = holds.page(entered.desk().workspace(), Queries.after(request), limit + 1);
    Map<String, Value> body = new TreeMap<>();
    List<Hold> shown = page.subList(0, Math.min(limit, page.size()));
    body.put("holds", new Value.Items(shown.stream().map(HoldController::shown).toList()));
    if (page.size() > limit) {
      body.put("next", Value.text(shown.getLast().id().toString()));
    }
    return answering.with(WireFormat.VALUE, new Value.Entries(body));
  }

  private Optional<BlobStore> store() {
    return place.store();
  }

  private Entered enter(HttpServletRequest request) {
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Optional<RecordId> person = desk.person();
    boolean isKeeper =
        desk.access().roles().filter(held -> held.stream().anyMatch(KEEPERS::contains)).isPresent();
    if (person.isEmpty() || !isKeeper) {
      throw new ProblemException(
          Problem.NOT_ALLOWED,
          "Holds are set and ended by two people, each a legal reviewer or a privacy officer.");
    }
    return new Entered(desk, person.get());
  }

  private static ResponseEntity<byte[]> answer(Answering answering, Holds.Answer answer) {
    return switch (answer) {
      case Holds.Answer.Done(Hold hold, boolean isFresh) -> {
        ResponseEntity<byte[]> shown = answering.with(WireFormat.VALUE, shown(hold));
        yield ResponseEntity.status(isFresh ? HttpStatus.CREATED : HttpStatus.OK)
            .headers(shown.getHeaders())
            .body(shown.getBody());
      }
      case Holds.Answer.Refused(String why) ->
          throw new ProblemException(Problem.NOT_NOW, "Nothing changed: " + why + ".");
      case Holds.Answer.Unknown() ->
          throw new ProblemException(Problem.NOT_FOUND, "There is no such hold.");
    };
  }

  private static Value shown(Hold hold) {
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(hold.id().toString()));
    members.put("matter", Value.text(hold.matter()));
    members.put("reason", Value.text(hold.reason()));
    members.put("scope", Value.text(hold.scope().wireName()));
    members.put("record", Value.text(hold.scopeId().toString()));
    members.put("state", Value.text(hold.state().wireName()));
    members.put("objects", Value.whole(hold.objects()));
    step(members, "proposed", Optional.of(hold.proposed()));
    step(members, "confirmed", hold.confirmed());
    step(members, "releaseAsked", hold.release());
    step(members, "released", hold.released());
    return new Value.Entries(members);
  }

  private static void step(Map<String, Value> members, String name, Optional<Hold.Step> step) {
    step.ifPresent(
        its -> {
          members.put(name + "By", Value.text(its.person().toString()));
          members.put(name + "At", Value.whole(its.at().toEpochMilli()));
        });
  }
}
