package dev.throughline.trials.granted;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.RescuedOps;
import dev.throughline.model.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A run from a seed: four researchers make studies, give and take access, move and restrict
 * interviews, write offline, crash and lose answers. Nothing may be delivered to somebody who has
 * no grant for it (I9), nothing that was saved may be lost (I5), and in the end each desktop shows
 * what its person may see and nothing else (I4).
 */
public final class GrantedRun {
  private static final int PEOPLE = 4;
  private static final int STEPS = 120;
  private static final int CALM_ROUNDS = 4;
  private static final List<String> SHOWN =
      List.of("study", "interview", "memo", "comment", "grant", "rescue");

  /** What a run came to. */
  public record Report(
      int delivered, int gone, int rescued, int crashes, int withdrawals, List<String> violations) {
    public Report {
      violations = List.copyOf(violations);
    }
  }

  private final SplittableRandom random;
  private final GrantedServer server;
  private final List<GrantedDesk> desks = new ArrayList<>();
  private final List<String> saved = new ArrayList<>();
  private int withdrawals;

  private GrantedRun(long seed, GrantMistake mistake) {
    this.random = new SplittableRandom(seed);
    this.server = new GrantedServer(random.nextLong(), mistake);
    for (int i = 0; i < PEOPLE; i++) {
      desks.add(new GrantedDesk("p" + i, server, random.nextLong()));
    }
  }

  /** Does the whole run. */
  public static Report of(long seed) {
    return of(seed, GrantMistake.NONE);
  }

  /** The same with something done wrong. */
  public static Report of(long seed, GrantMistake mistake) {
    GrantedRun run = new GrantedRun(seed, mistake);
    for (int i = 0; i < STEPS; i++) {
      run.step();
    }
    run.calm();
    run.check();
    return new Report(
        run.server.delivered,
        run.server.gone,
        run.server.rescued,
        run.desks.stream().mapToInt(desk -> desk.crashes).sum(),
        run.withdrawals,
        run.server.violations);
  }

  private void step() {
    GrantedDesk desk = desks.get(random.nextInt(PEOPLE));
    switch (random.nextInt(17)) {
      case 0 -> make(desk, "study", "title", Map.of());
      case 1, 2 -> any(desk, "study").ifPresent(study -> interview(desk, study));
      case 3, 4 ->
          any(desk, "interview")
              .ifPresent(
                  interview ->
                      make(desk, "memo", "notes", Map.of("interview", interview.toString())));
      case 5 -> any(desk, "memo").ifPresent(memo -> type(desk, memo));
      case 6 ->
          any(desk, "interview")
              .ifPresent(
                  moved ->
                      any(desk, "study").ifPresent(to -> set(desk, moved, "study", to.toString())));
      case 7 ->
          any(desk, "interview")
              .ifPresent(
                  one ->
                      set(desk, one, "sensitivity", random.nextBoolean() ? "restricted" : "open"));
      case 8, 9 -> any(desk, "study").ifPresent(study -> grant(desk, study));
      case 10 ->
          any(desk, random.nextBoolean() ? "interview" : "study")
              .ifPresent(
                  about ->
                      make(
                          desk,
                          "comment",
                          "text",
                          Map.of("about", "" + about, "author", "" + desk.person)));
      default -> desk.sync();
    }
  }

  private void interview(GrantedDesk desk, RecordId study) {
    make(
        desk,
        "interview",
        "title",
        random.nextInt(8) == 0 ? Map.of() : Map.of("study", study.toString()));
  }

  /** Each saved text has a word that no other has. */
  private String word() {
    return "w" + saved.size() + "x" + Long.toHexString(random.nextLong() >>> 40);
  }

  private void make(GrantedDesk desk, String kind, String field, Map<String, String> more) {
    String word = word();
    Map<String, Value> fields = new HashMap<>();
    more.forEach((name, text) -> fields.put(name, Value.text(text)));
    fields.put(field, Value.text(word));
    if (desk.save(new Draft.Set(desk.newRecord(), kind, fields))) {
      saved.add(word);
    }
  }

  private void type(GrantedDesk desk, RecordId memo) {
    RecordView view = desk.store().find(memo).orElseThrow();
    String before = view.fields().get("notes") instanceof Value.Text(String text) ? text : "";
    String word = word();
    if (desk.save(new Draft.Text(memo, "memo", "notes", before, (before + " " + word).strip()))) {
      saved.add(word);
    }
  }

  private static void set(GrantedDesk desk, RecordId interview, String field, String text) {
    desk.save(new Draft.Set(interview, "interview", Map.of(field, Value.text(text))));
  }

  /** By an owner at a desktop, or by a key administrator somewhere else. */
  private void grant(GrantedDesk desk, RecordId study) {
    GrantedDesk whom = desks.get(random.nextInt(PEOPLE));
    Level level = Level.values()[Math.max(0, random.nextInt(6) - 2)];
    Grant grant = Grant.of(Optional.of(whom.person), Optional.of(study), level);
    boolean isThere = server.disk.states().containsKey(study);
    if (isThere && random.nextInt(3) == 0) {
      server.hand.write(grant.id(), "grant", grant.toFields());
    } else {
      desk.save(new Draft.Set(grant.id(), "grant", grant.toFields()));
    }
    withdrawals += level == Level.NONE ? 1 : 0;
  }

  private Optional<RecordId> any(GrantedDesk desk, String kind) {
    List<RecordView> all = desk.all(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())).id());
  }

  /** The network holds; owners take in what was rescued; everybody syncs until nothing is new. */
  private void calm() {
    desks.forEach(desk -> desk.isCalm = true);
    settle();
    for (GrantedDesk desk : desks) {
      for (RecordView view : desk.all("rescue")) {
        if (Rescue.from(view.id(), view.fields()).state().equals(Rescue.OPEN)) {
          desk.save(
              new Draft.Set(
                  view.id(), "rescue", Map.of(Rescue.STATE, Value.text(Rescue.ACCEPTED))));
        }
      }
    }
    settle();
  }

  private void settle() {
    for (int round = 0; round < CALM_ROUNDS; round++) {
      desks.forEach(GrantedDesk::sync);
    }
  }

  private void check() {
    Map<RecordId, RecordState> states = server.disk.states();
    NaiveSight sight = new NaiveSight(states);
    String everything = everything();
    for (String word : saved) {
      if (!everything.contains(word)) {
        server.violations.add("I5: " + word + " is lost");
      }
    }
    for (GrantedDesk desk : desks) {
      Set<RecordId> may = new TreeSet<>();
      states
          .values()
          .forEach(
              state -> {
                if (SHOWN.contains(state.kind()) && sight.sees(desk.person, state.id())) {
                  may.add(state.id());
                }
              });
      for (String kind : SHOWN) {
        for (RecordView view : desk.all(kind)) {
          boolean isOwnUnsettled = view.waiting() > 0;
          if (!may.remove(view.id()) && !isOwnUnsettled) {
            server.violations.add("I4: " + desk.name + " shows " + kind + " " + view.id());
          }
          RecordState state = states.get(view.id());
          if (!isOwnUnsettled && state != null && !state.fields().equals(view.fields())) {
            server.violations.add("I4: " + desk.name + " shows another " + kind + " " + view.id());
          }
        }
      }
      may.forEach(id -> server.violations.add("I4: " + desk.name + " lacks " + id));
    }
  }

  /** All that is kept anywhere: the log with what was rescued, and what desktops hold aside. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (Change change : server.disk.entries()) {
      all.append(text(new Value.Entries(change.fields()))).append('\n');
      RescuedOps.from(change.fields().getOrDefault(Rescue.OPS, Value.NOTHING))
          .forEach(op -> all.append(text(WireFormat.OP.write(op))).append('\n'));
    }
    for (GrantedDesk desk : desks) {
      for (Waiting waiting : desk.store().unsettled(Integer.MAX_VALUE)) {
        all.append(text(WireFormat.OP.write(waiting.op()))).append('\n');
      }
    }
    return all.toString();
  }

  private static String text(Value value) {
    return new String(WireFormat.VALUE.encode(value, Encoding.JSON), StandardCharsets.UTF_8);
  }
}
