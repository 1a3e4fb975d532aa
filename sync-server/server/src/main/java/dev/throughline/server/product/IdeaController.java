package dev.throughline.server.product;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Scope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.score.Score;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands in ideas and lists them. */
@RestController
final class IdeaController {
  private static final Set<String> MEMBERS =
      Set.of(
          Idea.TITLE,
          Idea.STUDY,
          Idea.OWNER,
          Idea.DESCRIPTION,
          Idea.HYPOTHESIS,
          Idea.TARGET_METRIC,
          Idea.TARGET_VALUE,
          Idea.BUDGET,
          Idea.STATUS);

  private final MessageBodies bodies;
  private final Callers callers;
  private final RecordDesk records;

  IdeaController(MessageBodies bodies, Callers callers, RecordDesk records) {
    this.bodies = bodies;
    this.callers = callers;
    this.records = records;
  }

  @PostMapping("/product/idea")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Wish wish = Wish.of(request, "idea", desk.workspace(), callers.current(), body);
    Map<String, Value> fields = fields(body, desk);
    boolean isFresh = ProductAnswers.made(desk.make(wish.once(), wish.record(), "idea", fields));
    RecordDesk.Found made = ProductAnswers.readable(desk, "idea", wish.record());
    return ProductAnswers.with(answering, isFresh, shown(desk, List.of(made)).getFirst());
  }

  private static Map<String, Value> fields(Value body, RecordDesk.Opened desk) {
    Members members = Members.of(body, MEMBERS).numbersAsTexts(Set.of(Idea.TARGET_VALUE));
    String title = Members.line(members.text(Idea.TITLE).orElse(""));
    if (title.isEmpty()) {
      throw Members.malformed("title is missing.");
    }
    Map<String, Value> fields = new TreeMap<>();
    MEMBERS.forEach(
        name -> members.field(Idea.KIND, name).ifPresent(value -> fields.put(name, value)));
    fields.put(Idea.TITLE, Value.text(title));
    for (String reference : List.of(Idea.STUDY, Idea.OWNER)) {
      fields.computeIfPresent(
          reference, (_, _) -> Value.text(members.record(reference).toString()));
    }
    fields.putIfAbsent(Idea.STATUS, Value.text(IdeaStatus.BACKLOG.wireName()));
    desk.person().ifPresent(who -> fields.putIfAbsent(Idea.OWNER, Value.text(who.toString())));
    return fields;
  }

  @GetMapping("/product/ideas")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Optional<IdeaStatus> status = status(request);
    int limit = Queries.limit(request);
    UUID at = Queries.after(request);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Access access = desk.access();
    if (!access.mayRead("idea")) {
      throw new ProblemException(Problem.NO_ROLE, "Your roles do not let you read ideas.");
    }
    List<RecordDesk.Found> found = new ArrayList<>();
    // One more than is asked for, so that it is known whether there is more.
    for (List<RecordDesk.Found> page = desk.page("idea", at, Queries.PAGE_MAX);
        !page.isEmpty() && found.size() <= limit;
        page = desk.page("idea", at, Queries.PAGE_MAX)) {
      at = page.getLast().id().value();
      page.stream()
          .filter(one -> isWanted(one, status, access))
          .limit(limit + 1L - found.size())
          .forEach(found::add);
    }
    boolean isMore = found.size() > limit;
    List<RecordDesk.Found> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, Value> answer = new TreeMap<>();
    answer.put("ideas", new Value.Items(List.copyOf(shown(desk, shown))));
    answer.put("next", isMore ? Value.text(shown.getLast().id().toString()) : Value.NOTHING);
    return answering.with(WireFormat.VALUE, new Value.Entries(answer));
  }

  private static boolean isWanted(
      RecordDesk.Found one, Optional<IdeaStatus> status, Access access) {
    Idea idea = Idea.from(one.id(), one.fields());
    return status.filter(wanted -> wanted != idea.status()).isEmpty()
        && access.mayRead("idea", new Scope(idea.study(), false));
  }

  /** The fields of ideas, and what each was scored last. */
  private static List<Value> shown(RecordDesk.Opened desk, List<RecordDesk.Found> ideas) {
    Map<RecordId, Score> scores = new TreeMap<>();
    List<RecordId> ids = ideas.stream().map(RecordDesk.Found::id).toList();
    desk.naming("score", Score.IDEA, ids).stream()
        .map(found -> Score.from(found.id(), found.fields()))
        .sorted(Score.NEWEST_FIRST)
        .forEach(score -> score.idea().ifPresent(idea -> scores.putIfAbsent(idea, score)));
    return ideas.stream()
        .map(idea -> shown(idea, Optional.ofNullable(scores.get(idea.id()))))
        .toList();
  }

  private static Value shown(RecordDesk.Found idea, Optional<Score> score) {
    Map<String, Value> members = new TreeMap<>();
    MEMBERS.forEach(name -> members.put(name, idea.fields().getOrDefault(name, Value.NOTHING)));
    members.put(Idea.MERGED_INTO, idea.fields().getOrDefault(Idea.MERGED_INTO, Value.NOTHING));
    members.put("id", Value.text(idea.id().toString()));
    members.put("score", score.<Value>map(ScoreController::shown).orElse(Value.NOTHING));
    return new Value.Entries(members);
  }

  private static Optional<IdeaStatus> status(HttpServletRequest request) {
    Optional<String> asked = Queries.parameter(request, "status");
    return asked.map(
        name -> {
          IdeaStatus status = IdeaStatus.of(name);
          if (!status.wireName().equals(name)) {
            throw Members.malformed("status must be one of those of an idea.");
          }
          return status;
        });
  }
}
