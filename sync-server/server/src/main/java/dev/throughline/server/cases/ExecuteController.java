package dev.throughline.server.cases;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.Release;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Queries;
import dev.throughline.server.release.Nudges;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the workflow look at a case now. It does what was signed and nothing else. */
@RestController
final class ExecuteController {
  private final RecordDesk records;
  private final Nudges nudges;

  ExecuteController(RecordDesk records, Nudges nudges) {
    this.records = records;
    this.nudges = nudges;
  }

  @PostMapping("/cases/{id}/execute")
  ResponseEntity<byte[]> execute(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Case of = Case.read(desk, Queries.id(id));
    Approval approval = of.approval();
    boolean isNudged =
        approval.handoff().filter(handoff -> nudges.nudge(desk.workspace(), handoff)).isPresent();
    Map<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(approval.id().toString()));
    members.put("state", Value.text(approval.state().wireName()));
    members.put("nudged", new Value.Flag(isNudged));
    members.put("releases", new Value.Items(releases(desk, approval.handoff())));
    return answering.with(WireFormat.VALUE, new Value.Entries(members));
  }

  private static List<Value> releases(RecordDesk.Opened desk, Optional<RecordId> handoff) {
    return desk.naming(Release.KIND.name(), Release.HANDOFF, handoff.stream().toList()).stream()
        .filter(found -> desk.mayRead(found.id()))
        .map(found -> Release.from(found.id(), found.fields()))
        .<Value>map(
            release ->
                new Value.Entries(
                    new TreeMap<>(
                        Map.of(
                            "id", Value.text(release.id().toString()),
                            "state", Value.text(release.state().wireName()),
                            "waits", Value.text(release.waits().wireName())))))
        .toList();
  }
}
