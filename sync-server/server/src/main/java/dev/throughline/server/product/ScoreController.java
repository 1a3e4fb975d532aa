package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.score.Scored;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Members;
import dev.throughline.server.http.MessageBodies;
import dev.throughline.server.http.Queries;
import dev.throughline.server.people.Callers;
import dev.throughline.server.sync.RecordDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores ideas. */
@RestController
final class ScoreController {
  private static final String RICE = "RICE";
  private static final String OWN = "Own formula";
  private static final Set<String> MEMBERS =
      Set.of(Score.IDEA, Score.NAME, Score.FORMULA, Score.INPUTS);

  private final MessageBodies bodies;
  private final Callers callers;
  private final RecordDesk records;
  private final InstantSource clock;

  ScoreController(MessageBodies bodies, Callers callers, RecordDesk records, InstantSource clock) {
    this.bodies = bodies;
    this.callers = callers;
    this.records = records;
    this.clock = clock;
  }

  @PostMapping("/product/score")
  ResponseEntity<byte[]> make(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    Wish wish = Wish.of(request, "score", desk.workspace(), callers.current(), body);
    Score score = score(Members.of(body, MEMBERS), wish, desk);
    requireSound(score);
    boolean isFresh =
        ProductAnswers.made(desk.make(wish.once(), wish.record(), "score", score.toFields()));
    RecordDesk.Found made = ProductAnswers.readable(desk, "score", wish.record());
    return ProductAnswers.with(answering, isFresh, shown(Score.from(made.id(), made.fields())));
  }

  private Score score(Members members, Wish wish, RecordDesk.Opened desk) {
    RecordId idea = ProductAnswers.idea(desk, members);
    members.field(Score.KIND, Score.NAME);
    members.field(Score.KIND, Score.FORMULA);
    return new Score(
        wish.record(),
        Optional.of(idea),
        members
            .text(Score.NAME)
            .map(Members::line)
            .filter(name -> !name.isEmpty())
            .orElse(members.text(Score.FORMULA).isEmpty() ? RICE : OWN),
        members.text(Score.FORMULA).orElse(Formula.RICE),
        new TreeMap<>(members.numbers(Score.INPUTS)),
        desk.person(),
        clock.millis());
  }

  private static void requireSound(Score score) {
    Score.KIND
        .field(Score.INPUTS)
        .orElseThrow()
        .type()
        .problem(score.toFields().getOrDefault(Score.INPUTS, Value.NOTHING))
        .ifPresent(
            problem -> {
              throw Members.malformed("inputs " + problem + ".");
            });
    switch (score.result()) {
      case Scored.Of _ -> {}
      case Scored.Lacks(String input) ->
          throw Members.malformed("inputs." + input + " must be a decimal number.");
      case Scored.DividesByZero() ->
          throw Members.malformed("The formula divides by zero with these inputs.");
      case Scored.Unreadable(int at, String why) ->
          throw Members.malformed("formula, character " + (at + 1) + ": " + why);
    }
  }

  /** A score with what comes out of it. */
  static Value shown(Score score) {
    Map<String, Value> members = new TreeMap<>(score.toFields());
    members.putIfAbsent(Score.BY, Value.NOTHING);
    members.put("id", Value.text(score.id().toString()));
    members.put(
        "result",
        score.result() instanceof Scored.Of(var number)
            ? Value.text(number.toPlainString())
            : Value.NOTHING);
    return new Value.Entries(members);
  }
}
