package dev.throughline.desktop.exchange;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.UI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.consent.FakeClipboard;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People try two thousand times to get words out, by copying, by the notes, by other interviews and
 * by every export, while what was agreed changes. A model of a few lines says what may come out.
 */
class QuotingAttemptsTest {
  private static final int ATTEMPTS = 2_000;
  private static final int PEOPLE = 5;
  private static final int INTERVIEWS = 12;
  private static final long SEED = 20_261_126;

  /** What was agreed last, as the test wrote it. */
  private enum Agreed {
    NOTHING,
    UNASKED,
    GRANTED,
    REFUSED,
    ENDED;

    boolean spokenMayLeave() {
      return this == GRANTED;
    }

    boolean notedMayLeave() {
      return this != REFUSED && this != ENDED;
    }
  }

  private record Talk(
      RecordId id, Optional<Integer> who, String said, String noted, String asked) {}

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final FakeClipboard clipboard = new FakeClipboard();
  private final List<RecordId> people = new ArrayList<>();
  private final List<Talk> talks = new ArrayList<>();
  private final Map<Integer, Agreed> general = new TreeMap<>();
  private final Map<Integer, Agreed> own = new TreeMap<>();
  private ClientWiring desk;
  private ClipDesk clips;
  private int exports;
  private int refused;
  private int allowed;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("desk"));
    Clock clock = Clock.system(ZoneOffset.UTC);
    clips =
        new ClipDesk(
            new Rulings(desk.ledger().store(), clock), clipboard, AT_ONCE, UI, _ -> {}, "try");
    for (int i = 0; i < PEOPLE; i++) {
      people.add(make("participant", Map.of("pseudonym", "P-" + i)));
      make("comment", Map.of("about", people.get(i).toString(), "text", remark(i)));
    }
    for (int i = 0; i < INTERVIEWS; i++) {
      talks.add(talk(i));
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String remark(int person) {
    return "remark" + person + "canary";
  }

  private Talk talk(int i) {
    Optional<Integer> who = i % 6 == 5 ? Optional.empty() : Optional.of(i % PEOPLE);
    Map<String, String> fields = new TreeMap<>(Map.of("title", "Talk " + i));
    who.ifPresent(person -> fields.put("participant", people.get(person).toString()));
    String asked = "debrief" + i + "canary";
    fields.put("surprise", asked);
    RecordId id = make("interview", fields);
    String said = "said" + i + "canary";
    String noted = "noted" + i + "canary";
    make("memo", Map.of("interview", id.toString(), "notes", noted));
    RecordId transcript = make("transcript", Map.of("interview", id.toString()));
    RecordId turn = make("segment", Map.of("transcript", transcript.toString(), "text", said));
    make("conflict", Map.of("record", turn.toString(), "field", "text", "kept", said));
    return new Talk(id, who, said, noted, asked);
  }

  private RecordId make(String kind, Map<String, String> texts) {
    return Desk.make(desk, kind, texts);
  }

  private Agreed holding(int talk) {
    return talks
        .get(talk)
        .who()
        .map(who -> own.getOrDefault(talk, general.getOrDefault(who, Agreed.NOTHING)))
        .orElse(Agreed.NOTHING);
  }

  @Test
  void noWordsComeOutThatNobodyAgreedTo() throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      int talk = random.nextInt(INTERVIEWS);
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3 -> agree(talk);
        case 4, 5, 6, 7, 8 -> copy(talk, Wording.SPOKEN);
        case 9, 10, 11, 12 -> copy(talk, Wording.NOTED);
        case 13, 14, 15, 16 -> carry(talk, random.nextInt(INTERVIEWS));
        case 17 -> export("json");
        case 18 -> export("open");
        default -> export("tables");
      }
    }
    assertThat(refused).as("attempts that had to be refused").isGreaterThan(200);
    assertThat(allowed).as("attempts that had to succeed").isGreaterThan(200);
    assertThat(exports).isGreaterThan(200);
  }

  private void agree(int talk) {
    Optional<Integer> who = talks.get(talk).who();
    if (who.isEmpty()) {
      return;
    }
    Agreed now = Agreed.values()[1 + random.nextInt(Agreed.values().length - 1)];
    boolean isOwn = random.nextInt(4) == 0;
    Map<String, Value> fields = new TreeMap<>();
    fields.put("clip", Value.text("granted"));
    fields.put(
        "quote",
        Value.text(
            switch (now) {
              case GRANTED, ENDED -> "granted";
              case REFUSED -> "refused";
              case UNASKED, NOTHING -> "unasked";
            }));
    fields.put("validUntil", Value.text(now == Agreed.ENDED ? "2020-01-31" : "2999-12-31"));
    Optional<RecordId> only = isOwn ? Optional.of(talks.get(talk).id()) : Optional.empty();
    Desk.save(desk, new Consents(desk.ledger().store()).set(people.get(who.get()), only, fields));
    if (isOwn) {
      own.put(talk, now);
    } else {
      general.put(who.get(), now);
    }
  }

  private Clips at(int talk, Wording wording) {
    return clips.of(talks.get(talk).id(), wording, () -> {});
  }

  private void copy(int talk, Wording wording) {
    String words = wording == Wording.SPOKEN ? talks.get(talk).said() : talks.get(talk).noted();
    at(talk, wording).copied(words);
    judge(talk, wording, clipboard.words().equals(Optional.of(words)));
  }

  /** Copies, puts the words into another text if that takes them, and copies them from there. */
  private void carry(int from, int to) {
    Wording source = Wording.values()[random.nextInt(2)];
    Wording target = Wording.values()[random.nextInt(2)];
    copy(from, source);
    boolean mayLeave = mayLeave(from, source);
    Optional<String> pasted = at(to, target).pasted();
    pasted.ifPresent(at(to, target)::copied);
    boolean isOut = pasted.isPresent() && clipboard.words().equals(pasted);
    assertThat(isOut && !mayLeave)
        .as("%s of %s by way of %s of %s", source, holding(from), target, holding(to))
        .isFalse();
  }

  /** A no about all interviews counts for each; nobody here was asked again on a later day. */
  private boolean mayLeave(int talk, Wording wording) {
    Agreed agreed = holding(talk);
    Agreed forAll =
        talks
            .get(talk)
            .who()
            .map(who -> general.getOrDefault(who, Agreed.NOTHING))
            .orElse(Agreed.NOTHING);
    boolean isOpen = wording == Wording.SPOKEN ? agreed.spokenMayLeave() : agreed.notedMayLeave();
    return isOpen && forAll.notedMayLeave();
  }

  /** What colleagues say of a person may be from any interview, so each no counts. */
  private boolean remarkMayLeave(int person) {
    return general.getOrDefault(person, Agreed.NOTHING).notedMayLeave()
        && own.entrySet().stream()
            .filter(one -> talks.get(one.getKey()).who().equals(Optional.of(person)))
            .allMatch(one -> one.getValue().notedMayLeave());
  }

  private void judge(int talk, Wording wording, boolean isOut) {
    boolean mayLeave = mayLeave(talk, wording);
    assertThat(isOut).as("%s of %s", wording, holding(talk)).isEqualTo(mayLeave);
    if (mayLeave) {
      allowed++;
    } else {
      refused++;
    }
  }

  private void export(String form) throws IOException {
    exports++;
    LocalStore store = desk.ledger().store();
    Path place = folder.resolve(form + exports + (form.equals("json") ? ".json" : ""));
    switch (form) {
      case "json" -> WorkspaceFile.write(store, desk.leaving(), place);
      case "open" ->
          OpenExport.write(store, desk.leaving(), Optional.empty(), place, Progress.NONE);
      default -> OpenExport.writeTables(store, desk.leaving(), place, Progress.NONE);
    }
    String all = read(place);
    for (int i = 0; i < PEOPLE && form.equals("json"); i++) {
      assertThat(all.contains(remark(i))).as("of a person").isEqualTo(remarkMayLeave(i));
    }
    for (int i = 0; i < INTERVIEWS; i++) {
      Talk talk = talks.get(i);
      if (!form.equals("tables")) {
        judge(i, Wording.SPOKEN, all.contains(talk.said()));
        judge(i, Wording.NOTED, all.contains(talk.asked()));
      }
      judge(i, Wording.NOTED, all.contains(talk.noted()));
    }
  }

  private static String read(Path place) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
