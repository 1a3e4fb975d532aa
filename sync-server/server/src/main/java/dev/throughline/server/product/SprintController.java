package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.MilestoneState;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.plan.SprintStatus;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.people.Callers;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans sprints of ideas, with their milestones and acceptance criteria. A request that was cut off
 * halfway is finished by the same request sent again.
 */
@RestController
final class SprintController {
  private static final String MILESTONES = "milestones";
  private static final String CRITERIA = "acceptanceCriteria";
  private static final int LINES_MAX = 100;
  private static final Set<String> FIELDS =
      Set.of(
          Sprint.IDEA,
          Sprint.TITLE,
          Sprint.GOAL,
          Sprint.OWNER,
          Sprint.START,
          Sprint.END,
          Sprint.STATUS);
  private static final Set<String> MEMBERS =
      Set.of(
          Sprint.IDEA,
          Sprint.TITLE,
          Sprint.GOAL,
          Sprint.OWNER,
          Sprint.START,
          Sprint.END,
          Sprint.STATUS,
          MILESTONES,
          CRITERIA);

  private final MessageBodies bodies;
  private final Callers callers;
  private final RecordDesk records;

  SprintController(MessageBodies bodies, Callers callers, RecordDesk records) {
    this.bodies = bodies;
    this.callers = callers;
    this.records = records;
  }

  /** What stands below a sprint, as it is to be made. */
  private record Line(Kind kind, Map<String, Value> fields) {}

  @PostMapping("/product/sprint")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Wish.workspace(request));
    Wish wish = Wish.of(request, "sprint", desk.workspace(), callers.current(), body);
    Members members = Members.of(body, MEMBERS);
    Map<String, Value> fields = fields(members, desk);
    List<Line> lines = lines(members, wish.record());
    String kind = Sprint.KIND.name();
    boolean isFresh = ProductAnswers.made(desk.make(wish.once(), wish.record(), kind, fields));
    for (int i = 0; i < lines.size(); i++) {
      Wish below = wish.below(i);
      Line line = lines.get(i);
      ProductAnswers.made(
          desk.make(below.once(), below.record(), line.kind().name(), line.fields()));
    }
    RecordDesk.Found made = ProductAnswers.readable(desk, kind, wish.record());
    return ProductAnswers.with(answering, isFresh, shown(desk, made));
  }

  private static Map<String, Value> fields(Members members, RecordDesk.Opened desk) {
    RecordId idea = members.record(Sprint.IDEA);
    if (desk.find("idea", idea).isEmpty() || !desk.mayRead(idea)) {
      throw new ProblemException(Problem.NOT_FOUND, "There is no such idea.");
    }
    String title = Members.line(members.text(Sprint.TITLE).orElse(""));
    if (title.isEmpty()) {
      throw Members.malformed("title is missing.");
    }
    Map<String, Value> fields = new TreeMap<>();
    FIELDS.forEach(
        name -> members.field(Sprint.KIND, name).ifPresent(value -> fields.put(name, value)));
    fields.put(Sprint.IDEA, Value.text(idea.toString()));
    fields.put(Sprint.TITLE, Value.text(title));
    fields.computeIfPresent(Sprint.OWNER, (name, _) -> Value.text(members.record(name).toString()));
    fields.putIfAbsent(Sprint.STATUS, Value.text(SprintStatus.PLANNED.wireName()));
    desk.person().ifPresent(who -> fields.putIfAbsent(Sprint.OWNER, Value.text(who.toString())));
    if (Sprint.from(idea, fields).endsBeforeItStarts()) {
      throw Members.malformed("endDate lies before startDate.");
    }
    return fields;
  }

  private static List<Line> lines(Members members, RecordId sprint) {
    Value above = Value.text(sprint.toString());
    List<Line> lines = new ArrayList<>();
    Set<String> known = Set.of(Milestone.TEXT, Milestone.DUE, Milestone.STATE);
    for (Members one : members.list(MILESTONES, known, LINES_MAX)) {
      Map<String, Value> fields = line(one, Milestone.KIND, Milestone.TEXT, MILESTONES);
      for (String name : List.of(Milestone.DUE, Milestone.STATE)) {
        one.field(Milestone.KIND, name).ifPresent(value -> fields.put(name, value));
      }
      fields.putIfAbsent(Milestone.STATE, Value.text(MilestoneState.OPEN.wireName()));
      fields.put(Milestone.SPRINT, above);
      lines.add(new Line(Milestone.KIND, fields));
    }
    Set<String> said = Set.of(Criterion.TEXT, Criterion.STATE);
    for (Members one : members.list(CRITERIA, said, LINES_MAX)) {
      Map<String, Value> fields = line(one, Criterion.KIND, Criterion.TEXT, CRITERIA);
      one.field(Criterion.KIND, Criterion.STATE)
          .ifPresent(value -> fields.put(Criterion.STATE, value));
      fields.put(Criterion.SPRINT, above);
      lines.add(new Line(Criterion.KIND, fields));
    }
    return lines;
  }

  private static Map<String, Value> line(Members one, Kind kind, String field, String where) {
    String text = Members.line(one.text(field).orElse(""));
    if (text.isEmpty()) {
      throw Members.malformed("Each of " + where + " needs a " + field + ".");
    }
    one.field(kind, field);
    return new TreeMap<>(Map.of(field, Value.text(text)));
  }

  private static Value shown(RecordDesk.Opened desk, RecordDesk.Found sprint) {
    Map<String, Value> members = new TreeMap<>();
    FIELDS.forEach(name -> members.put(name, sprint.fields().getOrDefault(name, Value.NOTHING)));
    members.put("id", Value.text(sprint.id().toString()));
    members.put(MILESTONES, below(desk, sprint, Milestone.KIND));
    members.put(CRITERIA, below(desk, sprint, Criterion.KIND));
    return new Value.Entries(members);
  }

  private static Value below(RecordDesk.Opened desk, RecordDesk.Found sprint, Kind kind) {
    List<Value> lines =
        desk.naming(kind.name(), kind.parent(), List.of(sprint.id())).stream()
            .sorted(Comparator.comparing(RecordDesk.Found::id))
            .<Value>map(
                found -> {
                  Map<String, Value> members = new TreeMap<>();
                  kind.fields()
                      .forEach(
                          field ->
                              members.put(
                                  field.name(),
                                  found.fields().getOrDefault(field.name(), Value.NOTHING)));
                  members.remove(kind.parent());
                  members.put("id", Value.text(found.id().toString()));
                  return new Value.Entries(members);
                })
            .toList();
    return new Value.Items(lines);
  }
}
