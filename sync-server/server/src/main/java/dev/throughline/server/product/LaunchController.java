package dev.throughline.server.product;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.Feature;
import dev.throughline.model.plan.FeatureScope;
import dev.throughline.model.plan.LaunchCheck;
import dev.throughline.model.plan.Measurement;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.plan.MvpStatus;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Launches MVPs, each with its features and its whole measurement plan: all of it or nothing. */
@RestController
final class LaunchController {
  private static final String FEATURES = "features";
  private static final String PLAN = "measurementPlan";
  private static final Set<String> FIELDS =
      Set.of(Mvp.IDEA, Mvp.VERSION, Mvp.LAUNCH, Mvp.OWNER, Mvp.STATUS);
  private static final Set<String> MEMBERS =
      Set.of(Mvp.IDEA, Mvp.VERSION, Mvp.LAUNCH, Mvp.OWNER, FEATURES, PLAN);

  private final MessageBodies bodies;
  private final Callers callers;
  private final RecordDesk records;
  private final InstantSource clock;

  LaunchController(MessageBodies bodies, Callers callers, RecordDesk records, InstantSource clock) {
    this.bodies = bodies;
    this.callers = callers;
    this.records = records;
    this.clock = clock;
  }

  @PostMapping("/product/mvp/launch")
  ResponseEntity<byte[]> launch(HttpServletRequest request) {
    Answering answering = Answering.to(request);
    Value body = bodies.read(request, WireFormat.VALUE);
    RecordDesk.Opened desk = records.open(Queries.workspace(request));
    String kind = Mvp.KIND.name();
    Wish wish = Wish.of(request, kind, desk.workspace(), callers.current(), body);
    Members members = Members.of(body, MEMBERS);
    List<Line> all = new ArrayList<>(List.of(new Line(Mvp.KIND, fields(members, desk))));
    all.addAll(features(members, wish.record()));
    all.addAll(plan(members, wish.record()));
    requireWhole(all, wish.record());
    boolean isFresh = ProductAnswers.made(desk.make(wish.wanted(all)));
    RecordDesk.Found made = ProductAnswers.readable(desk, kind, wish.record());
    return ProductAnswers.with(answering, isFresh, shown(desk, made));
  }

  private Map<String, Value> fields(Members members, RecordDesk.Opened desk) {
    RecordId idea = ProductAnswers.idea(desk, members);
    Map<String, Value> fields = new TreeMap<>();
    members.field(Mvp.KIND, Mvp.LAUNCH).ifPresent(day -> fields.put(Mvp.LAUNCH, day));
    members.field(Mvp.KIND, Mvp.VERSION);
    fields.put(Mvp.IDEA, Value.text(idea.toString()));
    fields.put(Mvp.VERSION, Value.text(Members.line(members.text(Mvp.VERSION).orElse(""))));
    fields.put(Mvp.STATUS, Value.text(MvpStatus.LAUNCHED.wireName()));
    members
        .field(Mvp.KIND, Mvp.OWNER)
        .ifPresent(_ -> fields.put(Mvp.OWNER, Value.text(members.record(Mvp.OWNER).toString())));
    desk.person().ifPresent(who -> fields.putIfAbsent(Mvp.OWNER, Value.text(who.toString())));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    fields.putIfAbsent(Mvp.LAUNCH, Value.text(today.toString()));
    // Where whoever asks lives it may be tomorrow already.
    boolean isToCome =
        Mvp.from(idea, fields).launch().filter(day -> day.isAfter(today.plusDays(1))).isPresent();
    if (isToCome) {
      throw Members.malformed("launchDate is still to come; what is launched has a day that was.");
    }
    return fields;
  }

  private static List<Line> features(Members members, RecordId mvp) {
    List<Line> lines = new ArrayList<>();
    Set<String> known = Set.of(Feature.TEXT, Feature.SCOPE);
    for (Members one : members.list(FEATURES, known, Line.LINES_MAX)) {
      Map<String, Value> fields = Line.named(one, Feature.KIND, Feature.TEXT, FEATURES);
      fields.put(
          Feature.SCOPE,
          one.field(Feature.KIND, Feature.SCOPE).orElse(Value.text(FeatureScope.IN.wireName())));
      fields.put(Feature.MVP, Value.text(mvp.toString()));
      lines.add(new Line(Feature.KIND, fields));
    }
    return lines;
  }

  private static List<Line> plan(Members members, RecordId mvp) {
    List<Line> lines = new ArrayList<>();
    Set<String> known =
        Set.of(Measurement.METRIC, Measurement.REACH, Measurement.TARGET, Measurement.METHOD);
    for (Members given : members.list(PLAN, known, Line.LINES_MAX)) {
      Members one = given.numbersAsTexts(Set.of(Measurement.TARGET));
      Map<String, Value> fields = Line.named(one, Measurement.KIND, Measurement.METRIC, PLAN);
      for (String name : List.of(Measurement.REACH, Measurement.TARGET, Measurement.METHOD)) {
        one.field(Measurement.KIND, name).ifPresent(value -> fields.put(name, value));
      }
      fields.put(Measurement.MVP, Value.text(mvp.toString()));
      lines.add(new Line(Measurement.KIND, fields));
    }
    return lines;
  }

  private static void requireWhole(List<Line> all, RecordId mvp) {
    List<Feature> features =
        of(all, Feature.KIND.name()).map(line -> Feature.from(mvp, line.fields())).toList();
    List<Measurement> plan =
        of(all, Measurement.KIND.name()).map(line -> Measurement.from(mvp, line.fields())).toList();
    List<LaunchCheck.Missing> missing =
        LaunchCheck.of(Mvp.from(mvp, all.getFirst().fields()), features, plan);
    if (!missing.isEmpty()) {
      String words =
          missing.stream()
              .map(one -> one.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      throw Members.malformed(
          "To launch it still needs: " + words + ". Every number needs a target and a method.");
    }
  }

  private static Stream<Line> of(List<Line> all, String kind) {
    return all.stream().filter(line -> line.kind().name().equals(kind));
  }

  private static Value shown(RecordDesk.Opened desk, RecordDesk.Found mvp) {
    Map<String, Value> members = new TreeMap<>();
    FIELDS.forEach(name -> members.put(name, mvp.fields().getOrDefault(name, Value.NOTHING)));
    members.put("id", Value.text(mvp.id().toString()));
    members.put(FEATURES, Line.shown(desk, mvp, Feature.KIND));
    members.put(PLAN, Line.shown(desk, mvp, Measurement.KIND));
    return new Value.Entries(members);
  }
}
