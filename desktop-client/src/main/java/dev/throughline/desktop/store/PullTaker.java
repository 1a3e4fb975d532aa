package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Change;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in what pulls bring, answer by answer. Whoever calls holds the store. */
final class PullTaker {
  /** A profile with more than this is not new, and meets what it has in what it pulls. */
  private static final long NEW_RECORDS_MAX = 1_000;

  /** Entries of the log that are told as news to a profile that pulls for the first time. */
  private static final long FIRST_NEWS_MAX = 200;

  private final LocalStore store;
  private final Records records;
  private final Listings lists;
  private final Intake intake;
  private final Brake brake;
  private final Earlier earlier = new Earlier();
  private LocalStore.CatchUp catchUp = () -> {};
  private boolean isNew;

  PullTaker(LocalStore store, StoreMedium medium, Intake intake, Brake brake) {
    this.store = store;
    this.records = medium.records();
    this.lists = medium.listings();
    this.intake = intake;
    this.brake = brake;
  }

  void beforePulls(LocalStore.CatchUp how) {
    catchUp = how;
  }

  /**
   * The record's number when a field held a value it holds no more; below everything that others
   * wrote when that is not remembered.
   */
  long seqOf(RecordView record, String field, Value value) {
    return earlier.seq(record.id(), field, value).orElse(1);
  }

  Optional<HeldBack> apply(PullAnswer answer) {
    try {
      catchUp.run();
    } catch (JournalException e) {
      throw new StoreDamaged("the local store is behind the journal", e);
    }
    if (answer.from() == 0) {
      isNew = store.read(lists::count) <= NEW_RECORDS_MAX;
    }
    Optional<HeldBack> held =
        (isNew ? tried(answer) : Optional.<Optional<HeldBack>>empty())
            .orElseGet(() -> known(answer));
    if (answer.cursor().seq() >= answer.head()) {
      isNew = false;
    }
    return held;
  }

  /**
   * In its first pull a profile need not look for each record before it puts it in. Empty when one
   * was here after all: then nothing was taken in.
   */
  private Optional<Optional<HeldBack>> tried(PullAnswer answer) {
    try {
      return Optional.of(apply(answer, Map.of()));
    } catch (StoreDamaged e) {
      if (e.getCause() instanceof AlreadyHere) {
        isNew = false;
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<HeldBack> known(PullAnswer answer) {
    List<RecordId> ids = answer.changes().stream().map(Change::record).toList();
    return apply(answer, store.read(() -> records.findAll(ids)));
  }

  /** To somebody who has just come only the end of the log is news. */
  private long newsAfter(PullAnswer answer) {
    return isNew ? answer.head() - FIRST_NEWS_MAX : 0;
  }

  private Optional<HeldBack> apply(PullAnswer answer, Map<RecordId, RecordView> known) {
    Optional<HeldBack> held = store.write(() -> brake.check(answer, known));
    if (held.isEmpty()) {
      RecordsChanged changed = store.write(() -> intake.apply(answer, known, newsAfter(answer)));
      for (Change change : answer.changes()) {
        RecordView before = known.get(change.record());
        if (before != null) {
          earlier.leave(change, before);
        }
      }
      store.tell(changed);
    }
    return held;
  }
}
