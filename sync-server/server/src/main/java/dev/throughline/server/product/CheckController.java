package dev.throughline.server.product;

import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.CheckResult;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes from pipelines what came out of the checks of a release that is out. The first result of a
 * check counts; whatever comes late, twice or in another order changes nothing.
 */
@RestController
final class CheckController {
  private static final String VERSION = "version";
  private static final Set<String> MEMBERS =
      Set.of(VERSION, CheckResult.CHECK, CheckResult.OUTCOME, CheckResult.VALUE);
  private static final List<String> OUTCOMES =
      Arrays.stream(CheckOutcome.values()).map(CheckOutcome::wireName).toList();

  private final MessageBodies bodies;
  private final RecordDesk records;

  CheckController(MessageBodies bodies, RecordDesk records) {
    this.bodies = bodies;
    this.records = records;
  }

  /** What a pipeline says. */
  private record Said(RecordId release, RecordId check, CheckOutcome outcome, String value) {
    boolean isTold(RecordDesk.Found before) {
      CheckResult result = CheckResult.from(before.id(), before.fields());
      return result.release().equals(Optional.of(release))
          && result.check().equals(Optional.of(check))
          && result.outcome() == outcome
          && result.value().equals(value);
    }
  }

  @PostMapping("/product/handoff/{id}/checks")
  ResponseEntity<byte[]> report(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    String key = Queries.key(request);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    RecordId handoff = ProductAnswers.anyHandoff(desk, Queries.id(id)).id();
    Members members = Members.of(body, MEMBERS);
    RecordId packet = Packet.idOf(handoff, members.count(VERSION));
    Said said =
        new Said(
            Release.idOf(packet),
            members.record(CheckResult.CHECK),
            CheckOutcome.of(members.choice(CheckResult.OUTCOME, OUTCOMES)),
            members
                .field(CheckResult.KIND, CheckResult.VALUE)
                .map(value -> value instanceof Value.Text(String text) ? text : "")
                .orElse(""));
    Standing.Out out = planned(desk, said);
    OpId once = desk.once("check-result\n" + handoff, key);
    Optional<RecordId> before = desk.madeBy(once);
    boolean isFresh =
        before.isEmpty() ? taken(desk, out.release(), said, once) : again(desk, before.get(), said);
    return ProductAnswers.with(
        answering, isFresh, Standing.shown(Standing.out(desk, said.release()).orElse(out)));
  }

  private static Standing.Out planned(RecordDesk.Opened desk, Said said) {
    Standing.Out out =
        Standing.out(desk, said.release())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.NOT_FOUND, "No version of that number was ever on its way out."));
    if (out.checks().stream().noneMatch(check -> check.id().equals(said.check()))) {
      throw new ProblemException(Problem.NOT_FOUND, "That version has no such check.");
    }
    return out;
  }

  /** The key came before; nothing changes, whatever became of the release since. */
  private static boolean again(RecordDesk.Opened desk, RecordId before, Said said) {
    if (desk.find(CheckResult.KIND.name(), before).filter(said::isTold).isEmpty()) {
      throw new ProblemException(
          Problem.KEY_REUSED, "Send the same body again, or another " + Queries.KEY + ".");
    }
    return false;
  }

  /** Whether it is taken in now; false when the same was there. */
  private static boolean taken(RecordDesk.Opened desk, Release release, Said said, OpId once) {
    RecordId id = CheckResult.idOf(release.id(), release.generation(), said.check());
    Optional<CheckOutcome> known = known(desk, release, id, said.check());
    if (known.isPresent()) {
      return same(known.get(), said);
    }
    if (release.state() != ReleaseState.TESTING) {
      throw new ProblemException(
          Problem.NOT_NOW, "That version is not being tested; it is " + words(release) + ".");
    }
    CheckResult result =
        new CheckResult(
            id,
            Optional.of(release.id()),
            Optional.of(said.check()),
            release.generation(),
            said.outcome(),
            said.value(),
            desk.person());
    RecordDesk.Made made = desk.make(once, id, CheckResult.KIND.name(), result.toFields());
    return made instanceof RecordDesk.Made.Fresh()
        ? counted(desk, said)
        : late(desk, made, id, said);
  }

  /** It came while the release was taken on: the record is there, and nothing rests on it. */
  private static boolean counted(RecordDesk.Opened desk, Said said) {
    boolean isCounted =
        desk.find(Release.KIND.name(), said.release())
            .map(found -> Release.from(found.id(), found.fields()))
            .flatMap(release -> release.result(said.check()))
            .filter(result -> result.outcome() == said.outcome())
            .isPresent();
    if (!isCounted) {
      throw new ProblemException(Problem.NOT_NOW, "The result came too late to count.");
    }
    return true;
  }

  /** Somebody else reported it in the same moment, or it may not be reported. */
  private static boolean late(
      RecordDesk.Opened desk, RecordDesk.Made made, RecordId id, Said said) {
    return desk.find(CheckResult.KIND.name(), id)
        .map(found -> CheckResult.from(found.id(), found.fields()).outcome())
        .map(outcome -> same(outcome, said))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.NOT_ALLOWED,
                    made instanceof RecordDesk.Made.Refused(String why)
                        ? why
                        : "It was refused before under this key."));
  }

  /** What came out of it in this generation, by whomever. */
  private static Optional<CheckOutcome> known(
      RecordDesk.Opened desk, Release release, RecordId id, RecordId check) {
    return release
        .result(check)
        .map(CheckResult.Taken::outcome)
        .or(
            () ->
                desk.find(CheckResult.KIND.name(), id)
                    .map(found -> CheckResult.from(id, found.fields()).outcome()));
  }

  private static boolean same(CheckOutcome known, Said said) {
    if (known != said.outcome()) {
      throw new ProblemException(
          Problem.NOT_NOW,
          "That check has its result, " + known.wireName() + "; the first counts.");
    }
    return false;
  }

  private static String words(Release release) {
    return release.state().wireName().replace('-', ' ');
  }
}
