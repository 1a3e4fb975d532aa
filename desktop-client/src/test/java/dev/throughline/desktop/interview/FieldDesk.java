package dev.throughline.desktop.interview;

import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.command.UndoCommands;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.command.UndoResult;
import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.study.Studies;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real profile with a clock one can set, and the lists over it, all on the calling thread. */
public final class FieldDesk implements AutoCloseable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** Runs everything at once, also what asks for a thread of its own. */
  public static final Background AT_ONCE =
      new Background() {
        @Override
        public void run(Runnable work) {
          work.run();
        }

        @Override
        public Handle later(Duration delay, Runnable work) {
          return () -> {};
        }

        @Override
        public void loop(String name, Runnable work) {
          work.run();
        }
      };

  public static final UiThread UI = Runnable::run;

  public final SetClock clock = new SetClock();
  public final List<Toast> toasts = new ArrayList<>();
  public final List<dev.throughline.desktop.ui.notice.Question> asked = new ArrayList<>();
  public final List<UndoResult.ChangedSince> compared = new ArrayList<>();
  public final Ledger ledger;
  public final UndoLog undo;
  public final Interviews interviews;
  public final Studies studies;
  public final Transcripts transcripts;
  public final Samples samples;
  private final Profile profile;

  public FieldDesk(Path folder) {
    try {
      var ids = new SystemIds(clock, new SecureRandom());
      var opening =
          Profile.open(
              folder.resolve("ines"),
              KeyVaults.ofFiles(folder.resolve("keys")),
              ids,
              new SecureRandom());
      profile = ((Profile.Opened) opening).profile();
      ledger = Desk.ledger(profile, ids, clock);
    } catch (Exception e) {
      throw new AssertionError("the profile should open", e);
    }
    clock.set("2026-11-24T09:31:00Z");
    undo = new UndoLog(ledger);
    interviews = new Interviews(ledger);
    studies = new Studies(ledger);
    transcripts = new Transcripts(ledger);
    samples = new Samples(ledger);
  }

  /** A clock that stands where it was put, in UTC; ids and saves never go back behind it. */
  public static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-10-01T09:00:00Z");

    public void set(String time) {
      now = Instant.parse(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** The list as places use it, loaded. */
  public InterviewList list() {
    InterviewList list = new InterviewList(interviews, AT_ONCE, UI);
    list.load();
    return list;
  }

  public InterviewCommands commands() {
    UndoCommands undo =
        new UndoCommands(new UndoLog(ledger), AT_ONCE, UI, toasts::add, compared::add, asked::add);
    return new InterviewCommands(interviews, undo, AT_ONCE, UI, clock, toasts::add);
  }

  /** An interview under way; {@link #save} puts it down. */
  public final class Talk {
    private final RecordId id = ledger.newRecord();
    private final Map<String, Value> fields = new TreeMap<>();
    private final List<Draft> beside = new ArrayList<>();

    private Talk(String title, LocalDate date) {
      fields.put("title", Value.text(title));
      fields.put("date", Value.text(date.toString()));
      fields.put("status", Value.text(InterviewStatus.DONE.wireName()));
    }

    public Talk with(String pseudonym) {
      return with(pseudonym, ledger.newRecord());
    }

    public Talk with(String pseudonym, RecordId who) {
      beside.add(set(who, Participant.KIND.name(), Map.of("pseudonym", Value.text(pseudonym))));
      fields.put("participant", Value.text(who.toString()));
      return this;
    }

    public Talk in(RecordId study) {
      fields.put("study", Value.text(study.toString()));
      return this;
    }

    public Talk at(String place) {
      fields.put("place", Value.text(place));
      return this;
    }

    public Talk starting(String time) {
      fields.put("time", Value.text(time));
      return this;
    }

    /** Everything was allowed, by the person named last. */
    public Talk consented() {
      RecordId who = RecordId.of(new FieldMap(fields).text("participant"));
      beside.add(
          set(
              Consent.idOf(who, Optional.empty()),
              Consent.KIND.name(),
              Map.of(
                  "participant", Value.text(who.toString()),
                  "record", Value.text("granted"),
                  "quote", Value.text("granted"),
                  "clip", Value.text("granted"),
                  "how", Value.text("verbal"),
                  "day", Value.text(TODAY.toString()))));
      return this;
    }

    public Talk debriefed() {
      fields.put("surprise", Value.text("She adds it up on paper."));
      return this;
    }

    public Talk planned() {
      fields.put("status", Value.text(InterviewStatus.PLANNED.wireName()));
      return this;
    }

    public Talk notes(String notes) {
      beside.add(set(ledger.newRecord(), Memo.KIND.name(), Memos.fields(id, notes)));
      return this;
    }

    public Talk turns(long turns) {
      beside.add(
          set(
              ledger.newRecord(),
              Transcript.KIND.name(),
              Map.of(
                  "interview", Value.text(id.toString()),
                  "title", Value.text("Transcript"),
                  "source", Value.text("talk.vtt"),
                  "segments", Value.whole(turns))));
      return this;
    }

    public RecordId save() {
      List<Draft> drafts = new ArrayList<>();
      drafts.add(set(id, Interview.KIND.name(), fields));
      drafts.addAll(beside);
      FieldDesk.this.save(drafts);
      return id;
    }
  }

  public Talk talk(String title, LocalDate date) {
    return new Talk(title, date);
  }

  public RecordId study(String title) {
    return studies.create(title, "").id();
  }

  public static Draft set(RecordId id, String kind, Map<String, Value> fields) {
    return new Draft.Set(id, kind, fields);
  }

  public void save(List<Draft> drafts) {
    if (ledger.record(drafts) instanceof SaveResult.NotSaved notSaved) {
      throw new AssertionError(notSaved.toString());
    }
  }

  public Optional<Session> open(RecordId id) {
    return interviews.open(id);
  }

  @Override
  public void close() {
    ledger.close();
    profile.close();
  }
}
