package dev.throughline.desktop.outbox;

import dev.throughline.desktop.outbox.WaitingChange.Aside;
import dev.throughline.desktop.outbox.WaitingChange.Subject;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import dev.throughline.model.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts operations together that people see as one change, and names them; oldest first. */
public final class WaitingChanges {
  private static final String INTERVIEW = Interview.KIND.name();
  private static final String MEMO = Memo.KIND.name();
  private static final String TRANSCRIPT = Transcript.KIND.name();

  private final RecordNames names;
  private final Map<Pile.Key, Pile> piles = new LinkedHashMap<>();

  private WaitingChanges(RecordNames names) {
    this.names = names;
  }

  public static List<WaitingChange> of(List<Waiting> ops, RecordNames names) {
    WaitingChanges changes = new WaitingChanges(names);
    ops.forEach(changes::add);
    changes.foldImports();
    return changes.piles.values().stream().map(changes::named).toList();
  }

  private void add(Waiting waiting) {
    Pile.Key key = key(waiting.op(), waiting.reason());
    piles.computeIfAbsent(key, Pile::new).add(waiting);
  }

  private Pile.Key key(Op op, String reason) {
    if (op.kind().equals(Segment.KIND.name())) {
      return new Pile.Key(up(op, "transcript"), TRANSCRIPT, reason);
    }
    if (op.kind().equals(Topic.KIND.name()) || op.kind().equals(Coverage.KIND.name())) {
      String whole = op.kind().equals(Topic.KIND.name()) ? "owner" : "interview";
      return new Pile.Key(up(op, whole), op.kind(), reason);
    }
    return op.kind().equals(MEMO) && isEmptyPage(op)
        ? new Pile.Key(up(op, "interview"), INTERVIEW, reason)
        : new Pile.Key(op.record(), op.kind(), reason);
  }

  /** The page of notes that every new interview brings along is nobody's own change. */
  private static boolean isEmptyPage(Op op) {
    return op.fields().containsKey("interview")
        && op.fields().get("notes") instanceof FieldChange.Put(Value.Text(String notes))
        && notes.isEmpty();
  }

  /** The record a field points to, in the operation itself where it is set there. */
  private RecordId up(Op op, String field) {
    if (op.fields().get(field) instanceof FieldChange.Put(Value value)) {
      Optional<RecordId> set = new FieldMap(Map.of(field, value)).reference(field);
      if (set.isPresent()) {
        return set.get();
      }
    }
    return names.pointed(op.record(), field).orElse(op.record());
  }

  /** A file that became a new interview is one change, not two. */
  private void foldImports() {
    for (Pile transcript : List.copyOf(piles.values())) {
      if (transcript.key().kind().equals(TRANSCRIPT)) {
        names
            .pointed(transcript.key().about(), "interview")
            .map(into -> new Pile.Key(into, INTERVIEW, transcript.key().reason()))
            .map(piles::get)
            .filter(interview -> interview.isNew() && interview.sharesGroupWith(transcript))
            .ifPresent(
                interview -> {
                  transcript.swallow(interview);
                  piles.remove(interview.key());
                });
      }
    }
  }

  private WaitingChange named(Pile pile) {
    Pile.Key key = pile.key();
    return new WaitingChange(
        key.about() + key.kind() + key.reason(),
        subject(key.kind()),
        name(pile),
        names.about(key.about()),
        pile.since(),
        pile.ops(),
        pile.bytes(),
        pile.isSending(),
        aside(pile));
  }

  private String name(Pile pile) {
    String kind = pile.key().kind();
    if (pile.newTurns() > 0) {
      return turns(pile);
    }
    if (pile.editedTurns() > 0) {
      return Texts.count("outbox.change.wording", pile.editedTurns());
    }
    return switch (pile.lastAction()) {
      case TRASH -> Texts.text("outbox.change.trash", RecordNames.kind(kind));
      case RESTORE -> Texts.text("outbox.change.restore", RecordNames.kind(kind));
      case EDIT -> edited(pile, kind);
    };
  }

  private static String edited(Pile pile, String kind) {
    boolean isNamedByKind = kind.equals(MEMO) || subject(kind) == Subject.OTHER;
    if (isNamedByKind || subject(kind) == Subject.CONFLICT) {
      return RecordNames.kind(kind);
    }
    if (pile.isNew()) {
      return Texts.text("outbox.change.new." + kind);
    }
    String fields = RecordNames.fields(kind, pile.fields());
    return Texts.text("outbox.change.fields", RecordNames.kind(kind), fields).strip();
  }

  /** All turns of an import, or how many of them still wait. */
  private String turns(Pile pile) {
    long all =
        names
            .find(pile.key().about())
            .map((RecordView view) -> Transcript.from(view.id(), view.fields()).segments())
            .orElse(0L);
    long waiting = pile.newTurns();
    return waiting < all
        ? Texts.text("outbox.change.turns.some", waiting, all)
        : Texts.count("outbox.change.turns", waiting);
  }

  private static Subject subject(String kind) {
    return switch (kind) {
      case "interview" -> Subject.INTERVIEW;
      case "memo" -> Subject.NOTES;
      case "transcript" -> Subject.TRANSCRIPT;
      case "study" -> Subject.STUDY;
      case "participant" -> Subject.PARTICIPANT;
      case "conflict" -> Subject.CONFLICT;
      default -> Subject.OTHER;
    };
  }

  private static Optional<Aside> aside(Pile pile) {
    return Arrays.stream(ParkReason.values())
        .filter(reason -> reason.name().equals(pile.key().reason()))
        .findFirst()
        .map(reason -> aside(reason, pile.detail()));
  }

  public static Aside aside(ParkReason reason, String detail) {
    String key = "outbox.aside." + reason.name().toLowerCase(Locale.ROOT);
    return new Aside(Texts.text(key, detail), Texts.text(key + ".advice"));
  }
}
