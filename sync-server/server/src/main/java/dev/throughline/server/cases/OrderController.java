package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.OrderRule;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.release.RollbackOrder;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes orders to take a release back, each of which opens a case. An emergency is signed by
 * whoever orders it, over the document that a preview answers with.
 */
@RestController
final class OrderController {
  private static final int ENVELOPE_LENGTH_MAX = 40_000;
  private static final String REASON = "reason";
  private static final String PURPOSE = "purpose";
  private static final String PREVIEW = "preview";
  private static final Set<String> MEMBERS =
      Set.of(RollbackOrder.RELEASE, PURPOSE, REASON, RollbackOrder.ENVELOPE, PREVIEW);

  private final MessageBodies bodies;
  private final RecordDesk records;
  private final InstantSource clock;

  OrderController(MessageBodies bodies, RecordDesk records, InstantSource clock) {
    this.bodies = bodies;
    this.records = records;
    this.clock = clock;
  }

  /** What is asked for. */
  private record Asked(RecordId release, Purpose purpose, String reason, String envelope) {
    static Asked of(Members members) {
      String reason =
          members
              .exact(REASON, RollbackOrder.REASON_LENGTH_MAX)
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .orElseThrow(() -> Members.malformed("reason is missing."));
      return new Asked(
          members.record(RollbackOrder.RELEASE),
          Purpose.of(
              members.choice(
                  PURPOSE, List.of(Purpose.ROLLBACK.wireName(), Purpose.EMERGENCY.wireName()))),
          reason,
          members.exact(RollbackOrder.ENVELOPE, ENVELOPE_LENGTH_MAX).orElse(""));
    }

    boolean isIn(RollbackOrder order) {
      return order.envelope().equals(envelope)
          && order
              .words()
              .filter(its -> its.release().equals(release))
              .filter(its -> its.purpose() == purpose && its.reason().equals(reason))
              .isPresent();
    }
  }

  @PostMapping("/cases")
  ResponseEntity<byte[]> order(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Members members = Members.of(bodies.read(request, WireFormat.VALUE), MEMBERS);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Asked asked = Asked.of(members);
    Ordering ordering = new Ordering(desk);
    if (members.flag(PREVIEW)) {
      return answering.with(
          WireFormat.VALUE,
          preview(ordering.words(asked.release(), asked.purpose(), asked.reason())));
    }
    OpId once = desk.once(RollbackOrder.KIND.name(), Queries.key(request));
    Optional<RecordId> before = desk.madeBy(once);
    RecordId order =
        before.isPresent() ? again(ordering, before.get(), asked) : made(desk, asked, once);
    Case opened = Case.read(desk, Approval.idOf(order));
    ResponseEntity<byte[]> answer =
        answering.with(WireFormat.VALUE, new Value.Entries(CaseView.whole(desk, opened)));
    return before.isPresent()
        ? answer
        : ResponseEntity.status(HttpStatus.CREATED)
            .headers(answer.getHeaders())
            .body(answer.getBody());
  }

  private static Value preview(RollbackOrder.Words words) {
    RollbackOrder order = RollbackOrder.of(words, "", Optional.empty(), 0);
    return new Value.Entries(
        new TreeMap<>(
            Map.of(
                "order", Value.text(order.id().toString()),
                "case", Value.text(Approval.idOf(order.id()).toString()),
                "payloadType", Value.text(RollbackOrder.PAYLOAD_TYPE),
                "document", Value.text(order.document()),
                "digest", Value.text(order.digest()))));
  }

  /** The key came before; nothing changes, whatever became of the order since. */
  private static RecordId again(Ordering ordering, RecordId before, Asked asked) {
    if (ordering.find(before).filter(asked::isIn).isEmpty()) {
      throw new ProblemException(
          Problem.KEY_REUSED, "Send the same body again, or another " + Queries.KEY + ".");
    }
    return before;
  }

  private RecordId made(RecordDesk.Opened desk, Asked asked, OpId once) {
    RollbackOrder.Words words =
        new Ordering(desk).words(asked.release(), asked.purpose(), asked.reason());
    RollbackOrder order = RollbackOrder.of(words, asked.envelope(), desk.person(), clock.millis());
    requireSigned(desk, order);
    RecordDesk.Made made = desk.make(once, order.id(), RollbackOrder.KIND.name(), order.toFields());
    boolean isMade = made instanceof RecordDesk.Made.Fresh();
    if (!isMade) {
      throw made instanceof RecordDesk.Made.Refused(String why)
          ? new ProblemException(Problem.NOT_ALLOWED, why)
          : new ProblemException(Problem.NOT_NOW, "Another order came in the same moment.");
    }
    boolean isOpened = desk.find(Approval.KIND.name(), Approval.idOf(order.id())).isPresent();
    if (!isOpened) {
      throw new ProblemException(
          Problem.NOT_NOW,
          "The release was taken on in the same moment; the order leads to nothing.");
    }
    return order.id();
  }

  /** An emergency without an envelope is refused by the rule for orders itself. */
  private static void requireSigned(RecordDesk.Opened desk, RollbackOrder order) {
    boolean isBad =
        !order.envelope().isEmpty()
            && !OrderRule.isSigned(
                order,
                desk.person(),
                hint ->
                    desk.find(DeviceKey.KIND.name(), DeviceKey.idOf(hint))
                        .map(found -> DeviceKey.from(found.id(), found.fields())));
    if (isBad) {
      throw new ProblemException(
          Problem.NOT_NOW,
          "The envelope is not the document as it is now, signed with a key of yours that counts;"
              + " ask for a preview and sign that.");
    }
  }
}
