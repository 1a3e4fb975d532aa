package dev.throughline.trials.bench;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.idea.Assumption;
import dev.throughline.model.idea.DiscoveryTask;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.idea.Stance;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.score.Formula;
import dev.throughline.model.score.Score;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.Cursor;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fills a local store with interviews and segments, as if they had been pulled from a server: no
 * operation waits and the journal stays as it was. The same seed makes the same workspace.
 */
public final class BigWorkspace {
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 6);
  private static final long FIRST_MILLIS = 1_577_836_800_000L;
  private static final long POSITION_STEP = 1_024;
  private static final int CHANGES_A_PULL = 5_000;
  private static final int INTERVIEWS_A_STUDY = 40;
  private static final int DAYS = 2_400;
  private static final List<String> PLACES =
      List.of("Video call", "Leeds", "York", "Field visit", "Office", "By phone");
  private static final List<String> STATES = List.of("done", "done", "done", "planned");

  private final LocalStore store;
  private final Random random;
  private final Vocabulary vocabulary;
  private final List<Change> waiting = new ArrayList<>(CHANGES_A_PULL);
  private final List<RecordId> interviews = new ArrayList<>();
  private long records;
  private long segments;
  private long textBytes;
  private long seq;

  /** What was put in; {@code textBytes} counts all words people wrote or said, in UTF-8. */
  public record Filled(List<RecordId> interviews, long segments, long records, long textBytes) {
    public Filled {
      interviews = List.copyOf(interviews);
    }
  }

  private BigWorkspace(LocalStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
    this.vocabulary = new Vocabulary(random);
    this.seq = store.cursor().map(Cursor::seq).orElse(0L);
  }

  /** Adds so many interviews, the segments shared out among them; about 20,000 records a second. */
  public static Filled fill(LocalStore store, int interviews, int segments, long seed) {
    BigWorkspace made = new BigWorkspace(store, seed);
    RecordId study = made.next();
    for (int i = 0; i < interviews; i++) {
      if (i % INTERVIEWS_A_STUDY == 0) {
        study = made.study();
      }
      int end = (int) ((long) segments * (i + 1) / interviews);
      made.interview(study, i, end - (int) made.segments);
    }
    made.flush();
    return new Filled(made.interviews, made.segments, made.records, made.textBytes);
  }

  /**
   * Adds so many ideas with what is below them: links to interviews, a score, assumptions and
   * tasks; about six records an idea.
   */
  static void fillIdeas(LocalStore store, List<RecordId> interviews, int ideas, long seed) {
    BigWorkspace made = further(store, seed, 100_000_000L);
    for (int i = 0; i < ideas; i++) {
      made.idea(interviews);
    }
    made.flush();
  }

  /** For more records; ids go on far behind those there are, wherever these ended. */
  static BigWorkspace further(LocalStore store, long seed, long after) {
    BigWorkspace made = new BigWorkspace(store, seed);
    made.records = after;
    return made;
  }

  /** A sentence of so many words. */
  Value sentence(int from, int to) {
    return text(vocabulary.sentence(random, from, to));
  }

  private void idea(List<RecordId> sources) {
    RecordId idea = next();
    IdeaStatus[] states = IdeaStatus.values();
    add(
        idea,
        Idea.KIND,
        Map.of(
            Idea.TITLE, text(vocabulary.sentence(random, 3, 9)),
            Idea.DESCRIPTION, text(vocabulary.sentence(random, 10, 40)),
            Idea.STATUS, Value.text(states[random.nextInt(states.length)].wireName())));
    Set<RecordId> named = new TreeSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      named.add(sources.get(random.nextInt(sources.size())));
    }
    for (RecordId source : named) {
      Stance stance = random.nextInt(4) == 0 ? Stance.AGAINST : Stance.FOR;
      Evidence link = Evidence.of(idea, source, Interview.KIND.name(), random.nextInt(4), stance);
      add(link.id(), Evidence.KIND, link.toFields());
    }
    SortedMap<String, String> inputs = new TreeMap<>();
    for (String name : List.of("reach", "impact", "confidence", "effort")) {
      inputs.put(name, Integer.toString(1 + random.nextInt(100)));
    }
    RecordId score = next();
    add(
        score,
        Score.KIND,
        new Score(score, Optional.of(idea), "RICE", Formula.RICE, inputs, Optional.empty(), records)
            .toFields());
    add(
        next(),
        Assumption.KIND,
        Map.of("idea", reference(idea), "text", text(vocabulary.sentence(random, 5, 12))));
    add(
        next(),
        DiscoveryTask.KIND,
        Map.of("idea", reference(idea), "title", text(vocabulary.sentence(random, 4, 9))));
  }

  private RecordId study() {
    RecordId id = next();
    add(
        id,
        Study.KIND,
        Map.of(
            "title", text(vocabulary.sentence(random, 2, 4)),
            "question", text(vocabulary.sentence(random, 8, 16))));
    return id;
  }

  private void interview(RecordId study, int number, int turns) {
    RecordId participant = next();
    RecordId interview = next();
    String pseudonym = String.format(Locale.ROOT, "P-%02d", number % 400 + 1);
    interviews.add(interview);
    add(
        participant,
        Participant.KIND,
        Map.of(
            "study", reference(study),
            "pseudonym", text(pseudonym),
            "attributes", attributes()));
    add(
        interview,
        Interview.KIND,
        Map.of(
            "study", reference(study),
            "participant", reference(participant),
            "title", text(vocabulary.sentence(random, 2, 6)),
            "date", Value.text(FIRST_DAY.plusDays(random.nextInt(DAYS)).toString()),
            "place", text(PLACES.get(random.nextInt(PLACES.size()))),
            "status", Value.text(STATES.get(random.nextInt(STATES.size())))));
    add(next(), Memo.KIND, Map.of("interview", reference(interview), "notes", notes()));
    transcript(interview, pseudonym, turns);
  }

  private Value attributes() {
    return new Value.Entries(
        new TreeMap<>(
            Map.of("home", text(vocabulary.word(random)), "work", text(vocabulary.word(random)))));
  }

  private Value notes() {
    StringBuilder notes = new StringBuilder();
    int lines = 4 + random.nextInt(12);
    for (int i = 0; i < lines; i++) {
      notes.append(vocabulary.sentence(random, 4, 14)).append('\n');
    }
    return text(notes.toString());
  }

  private void transcript(RecordId interview, String pseudonym, int turns) {
    RecordId transcript = next();
    add(
        transcript,
        Transcript.KIND,
        Map.of(
            "interview", reference(interview),
            "title", Value.text("Transcript"),
            "source", Value.text("talk.vtt"),
            "segments", Value.whole(turns)));
    long millis = 0;
    for (int i = 0; i < turns; i++) {
      long end = millis + 1_000 + random.nextInt(14_000);
      add(
          next(),
          Segment.KIND,
          Map.of(
              "transcript", reference(transcript),
              "position", Value.whole((i + 1) * POSITION_STEP),
              "speaker", Value.text(i % 2 == 0 ? "Ines K." : pseudonym),
              "startMillis", Value.whole(millis),
              "endMillis", Value.whole(end),
              "text", text(said(i % 2 == 0))));
      millis = end;
      segments++;
    }
  }

  /** The interviewer asks in a few words, the participant answers in a few sentences. */
  private String said(boolean asks) {
    if (asks) {
      return vocabulary.sentence(random, 3, 14);
    }
    StringBuilder answer = new StringBuilder(vocabulary.sentence(random, 4, 22));
    while (random.nextInt(3) == 0) {
      answer.append(' ').append(vocabulary.sentence(random, 4, 22));
    }
    return answer.toString();
  }

  private Value text(String text) {
    textBytes += text.getBytes(StandardCharsets.UTF_8).length;
    return Value.text(text);
  }

  static Value reference(RecordId id) {
    return Value.text(id.toString());
  }

  RecordId next() {
    return new RecordId(
        Uuids.version7(FIRST_MILLIS + records * 20, random.nextLong(), random.nextLong()));
  }

  void add(RecordId id, Kind kind, Map<String, Value> fields) {
    records++;
    waiting.add(
        new Change(
            seq + waiting.size() + 1,
            id,
            kind.name(),
            false,
            new TreeMap<>(fields),
            "Ines K.",
            "server",
            FIRST_MILLIS + records * 20));
    if (waiting.size() == CHANGES_A_PULL) {
      flush();
    }
  }

  void flush() {
    long next = seq + waiting.size();
    Cursor cursor = new Cursor(store.home(), "bench", next, "");
    store.apply(new PullAnswer(seq, cursor, next, waiting));
    seq = next;
    waiting.clear();
  }
}
