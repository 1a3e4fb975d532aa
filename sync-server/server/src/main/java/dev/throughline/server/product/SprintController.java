package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Criterion;
import dev.throughline.model.plan.Milestone;
import dev.throughline.model.plan.MilestoneState;
import dev.throughline.model.plan.Sprint;
import dev.throughline.model.plan.SprintStatus;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Queries;
import dev.throughline.server.people.Callers;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans sprints of ideas, with their milestones and acceptance criteria: all of it or nothing. */
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

  @PostMapping("/product/sprint")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Wish wish = Wish.of(request, "sprint", desk.workspace(), callers.current(), body);
    Members members = Members.of(body, MEMBERS);
    Map<String, Value> fields = fields(members, desk);
    List<Line> lines = lines(members, wish.record());
    String kind = Sprint.KIND.name();
    List<Line> all = new ArrayList<>(List.of(new Line(Sprint.KIND, fields)));
    all.addAll(lines);
    boolean isFresh = ProductAnswers.made(desk.make(wish.wanted(all)));
    RecordDesk.Found made = ProductAnswers.readable(desk, kind, wish.record());
    return ProductAnswers.with(answering, isFresh, shown(desk, made));
  }

  private static Map<String, Value> fields(Members members, RecordDesk.Opened desk) {
    RecordId idea = ProductAnswers.idea(desk, members);
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
      Map<String, Value> fields = Line.named(one, Milestone.KIND, Milestone.TEXT, MILESTONES);
      for (String name : List.of(Milestone.DUE, Milestone.STATE)) {
        one.field(Milestone.KIND, name).ifPresent(value -> fields.put(name, value));
      }
      fields.putIfAbsent(Milestone.STATE, Value.text(MilestoneState.OPEN.wireName()));
      fields.put(Milestone.SPRINT, above);
      lines.add(new Line(Milestone.KIND, fields));
    }
    Set<String> said = Set.of(Criterion.TEXT, Criterion.STATE);
    for (Members one : members.list(CRITERIA, said, LINES_MAX)) {
      Map<String, Value> fields = Line.named(one, Criterion.KIND, Criterion.TEXT, CRITERIA);
      one.field(Criterion.KIND, Criterion.STATE)
          .ifPresent(value -> fields.put(Criterion.STATE, value));
      fields.put(Criterion.SPRINT, above);
      lines.add(new Line(Criterion.KIND, fields));
    }
    return lines;
  }

  private static Value shown(RecordDesk.Opened desk, RecordDesk.Found sprint) {
    Map<String, Value> members = new TreeMap<>();
    FIELDS.forEach(name -> members.put(name, sprint.fields().getOrDefault(name, Value.NOTHING)));
    members.put("id", Value.text(sprint.id().toString()));
    members.put(MILESTONES, Line.shown(desk, sprint, Milestone.KIND));
    members.put(CRITERIA, Line.shown(desk, sprint, Criterion.KIND));
    return new Value.Entries(members);
  }
}
