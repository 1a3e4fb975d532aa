package dev.throughline.server.product;

import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.http.Queries;
import dev.throughline.server.people.Callers;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Begins handoffs, each with its whole checklist: all of it or nothing, and tells how far they are.
 * They are filled in and submitted on a desktop.
 */
@RestController
final class HandoffController {
  private static final String COSTS = "costs";
  private static final String SERVICES = "services";
  private static final String ACCEPTANCE = "acceptance";
  private static final String CHECKLIST = "checklist";
  private static final Set<String> TEXTS =
      Set.of(Handoff.ASK, Handoff.RISK, Handoff.ROLLBACK, Handoff.PRICING, Handoff.DATA);
  private static final Set<String> FIELDS =
      Set.of(
          Handoff.IDEA,
          Handoff.MVP,
          Handoff.TITLE,
          Handoff.ASK,
          Handoff.RISK,
          Handoff.ROLLBACK,
          Handoff.PRICING,
          Handoff.DATA,
          Handoff.OWNER);

  private final MessageBodies bodies;
  private final Callers callers;
  private final RecordDesk records;

  HandoffController(MessageBodies bodies, Callers callers, RecordDesk records) {
    this.bodies = bodies;
    this.callers = callers;
    this.records = records;
  }

  @PostMapping("/product/handoff")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    String kind = Handoff.KIND.name();
    Wish wish = Wish.of(request, kind, desk.workspace(), callers.current(), body);
    Set<String> known = new HashSet<>(FIELDS);
    known.addAll(Set.of(COSTS, SERVICES, ACCEPTANCE));
    Members members = Members.of(body, known);
    List<Line> all = new ArrayList<>(List.of(new Line(Handoff.KIND, fields(members, desk))));
    ChecklistTemplate.USUAL.forEach(
        line -> all.add(new Line(ChecklistItem.KIND, line.toFields(wish.record()))));
    all.addAll(lines(members, COSTS, Cost.KIND, Cost.TEXT, wish.record(), Cost.AMOUNT, Cost.EVERY));
    all.addAll(
        lines(
            members,
            SERVICES,
            InfraService.KIND,
            InfraService.NAME,
            wish.record(),
            InfraService.OBJECTIVE));
    all.addAll(
        lines(
            members,
            ACCEPTANCE,
            AcceptanceCheck.KIND,
            AcceptanceCheck.TEXT,
            wish.record(),
            AcceptanceCheck.THRESHOLD));
    boolean isFresh = ProductAnswers.made(desk.make(wish.wanted(all)));
    RecordDesk.Found made = ProductAnswers.readable(desk, kind, wish.record());
    return ProductAnswers.with(answering, isFresh, new Value.Entries(shown(desk, made)));
  }

  private static Map<String, Value> fields(Members members, RecordDesk.Opened desk) {
    RecordId idea = ProductAnswers.idea(desk, members);
    String title = Members.line(members.text(Handoff.TITLE).orElse(""));
    if (title.isEmpty()) {
      throw Members.malformed("title is missing.");
    }
    members.field(Handoff.KIND, Handoff.TITLE);
    Map<String, Value> fields = new TreeMap<>();
    TEXTS.forEach(
        name -> members.field(Handoff.KIND, name).ifPresent(value -> fields.put(name, value)));
    fields.put(Handoff.IDEA, Value.text(idea.toString()));
    fields.put(Handoff.TITLE, Value.text(title));
    members
        .field(Handoff.KIND, Handoff.MVP)
        .ifPresent(_ -> fields.put(Handoff.MVP, Value.text(mvp(members, desk, idea).toString())));
    members
        .field(Handoff.KIND, Handoff.OWNER)
        .ifPresent(
            _ -> fields.put(Handoff.OWNER, Value.text(members.record(Handoff.OWNER).toString())));
    desk.person().ifPresent(who -> fields.putIfAbsent(Handoff.OWNER, Value.text(who.toString())));
    return fields;
  }

  /** One of the idea itself: what is handed off has to come from it. */
  private static RecordId mvp(Members members, RecordDesk.Opened desk, RecordId idea) {
    RecordId mvp = members.record(Handoff.MVP);
    boolean isOfIdea =
        desk.find(Mvp.KIND.name(), mvp)
            .filter(_ -> desk.mayRead(mvp))
            .flatMap(found -> Mvp.from(mvp, found.fields()).idea())
            .filter(idea::equals)
            .isPresent();
    if (!isOfIdea) {
      throw new ProblemException(Problem.NOT_FOUND, "The idea has no such MVP.");
    }
    return mvp;
  }

  private static List<Line> lines(
      Members members, String list, Kind kind, String named, RecordId handoff, String... more) {
    Set<String> known = new HashSet<>(List.of(more));
    known.add(named);
    List<Line> lines = new ArrayList<>();
    for (Members one : members.list(list, known, Line.LINES_MAX)) {
      Map<String, Value> fields = Line.named(one, kind, named, list);
      for (String name : more) {
        one.field(kind, name).ifPresent(value -> fields.put(name, value));
      }
      fields.put(kind.parent(), Value.text(handoff.toString()));
      lines.add(new Line(kind, fields));
    }
    return lines;
  }

  @GetMapping("/product/handoff/{id}")
  ResponseEntity<byte[]> read(@PathVariable String id, HttpServletRequest request) {
    Answering answering = Answering.to(request);
    RecordId handoff = Queries.id(id);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Map<String, Value> members = shown(desk, ProductAnswers.handoff(desk, handoff));
    members.putAll(Standing.of(desk, handoff));
    return answering.with(WireFormat.VALUE, new Value.Entries(members));
  }

  private static Map<String, Value> shown(RecordDesk.Opened desk, RecordDesk.Found handoff) {
    Map<String, Value> members = new TreeMap<>();
    FIELDS.forEach(name -> members.put(name, handoff.fields().getOrDefault(name, Value.NOTHING)));
    members.put("id", Value.text(handoff.id().toString()));
    members.put(CHECKLIST, Line.readable(desk, handoff, ChecklistItem.KIND));
    members.put(COSTS, Line.readable(desk, handoff, Cost.KIND));
    members.put(SERVICES, Line.readable(desk, handoff, InfraService.KIND));
    members.put(ACCEPTANCE, Line.readable(desk, handoff, AcceptanceCheck.KIND));
    return members;
  }
}
