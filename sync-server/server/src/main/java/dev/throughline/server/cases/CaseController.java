package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists cases and shows them. */
@RestController
final class CaseController {
  private final RecordDesk records;

  CaseController(RecordDesk records) {
    this.records = records;
  }

  @GetMapping("/cases")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Optional<ApprovalState> state = state(request);
    int limit = Queries.limit(request);
    UUID at = Queries.after(request);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    String kind = Approval.KIND.name();
    if (!desk.access().mayRead(kind)) {
      throw new ProblemException(Problem.NO_ROLE, "Your roles do not let you read approvals.");
    }
    List<Approval> found = new ArrayList<>();
    // One more than is asked for, so that it is known whether there is more.
    for (List<RecordDesk.Found> page = desk.page(kind, at, Queries.PAGE_MAX);
        !page.isEmpty() && found.size() <= limit;
        page = desk.page(kind, at, Queries.PAGE_MAX)) {
      at = page.getLast().id().value();
      page.stream()
          .map(one -> Approval.from(one.id(), one.fields()))
          .filter(one -> state.filter(wanted -> wanted != one.state()).isEmpty())
          .filter(one -> desk.mayRead(one.id()))
          .limit(limit + 1L - found.size())
          .forEach(found::add);
    }
    boolean isMore = found.size() > limit;
    List<Approval> shown = found.subList(0, Math.min(limit, found.size()));
    return answering.with(
        WireFormat.VALUE,
        new Value.Entries(
            new java.util.TreeMap<>(
                Map.of(
                    "cases",
                    new Value.Items(
                        shown.stream()
                            .<Value>map(
                                one ->
                                    new Value.Entries(new java.util.TreeMap<>(CaseView.line(one))))
                            .toList()),
                    "next",
                    isMore ? Value.text(shown.getLast().id().toString()) : Value.NOTHING))));
  }

  private static Optional<ApprovalState> state(HttpServletRequest request) {
    return Queries.parameter(request, "state")
        .map(
            name -> {
              ApprovalState state = ApprovalState.of(name);
              if (!state.wireName().equals(name)) {
                throw Members.malformed("state must be one of those of an approval.");
              }
              return state;
            });
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<byte[]> read(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Case of = Case.read(desk, Queries.id(id));
    return answering.with(WireFormat.VALUE, new Value.Entries(CaseView.whole(desk, of)));
  }
}
