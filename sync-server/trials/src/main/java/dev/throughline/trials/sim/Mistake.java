package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.EntryLog;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.sync.Merge;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.Merger;
import dev.throughline.trials.memory.JournalDisk;
import dev.throughline.trials.memory.MemoryJournal;
import dev.throughline.trials.memory.StopPoints;
import java.util.function.Function;

/** Mistakes that can be planted at the seams of the core, to see whether they would be found. */
enum Mistake {
  NONE,
  /** The server says it applied an operation now and then, and does nothing. */
  DROP_AN_OP {
    @Override
    Merger merger() {
      return PlantedMergers.DROPPING;
    }
  },
  /** The server does not know a resend. */
  APPLY_TWICE {
    @Override
    LogStore log(LogStore real, Runnable pause) {
      return new PlantedLog(real, PlantedLog.Flaw.FORGETS_OPERATIONS, pause);
    }
  },
  /** A removal wins over an edit it did not know of. */
  DELETE_WINS {
    @Override
    Merger merger() {
      return PlantedMergers.DELETING;
    }
  },
  /** The server reads records before it holds the head. */
  MERGE_BEFORE_LOCK {
    @Override
    LogStore log(LogStore real, Runnable pause) {
      return new PlantedLog(real, PlantedLog.Flaw.READS_BEFORE_LOCK, pause);
    }
  },
  /** The journal says "on disk" of what is not. */
  SKIP_FSYNC {
    @Override
    EntryLog journal(JournalDisk disk, StopPoints stops) {
      return new MemoryJournal(disk, stops, false);
    }
  },
  /** What belongs to a parked operation is taken in without it. */
  FORGET_CHILD {
    @Override
    Reply<PushAnswer> push(Push push, Function<Push, Reply<PushAnswer>> wire) {
      return PlantedPush.groupByGroup(push, wire);
    }
  },
  /** Where two replaced the same words only the second's stay. */
  LOSE_A_SIDE {
    @Override
    Merger merger() {
      return PlantedMergers.ONE_SIDED;
    }
  };

  Merger merger() {
    return Merge::apply;
  }

  LogStore log(LogStore real, Runnable pause) {
    return real;
  }

  EntryLog journal(JournalDisk disk, StopPoints stops) {
    return new MemoryJournal(disk, stops);
  }

  Reply<PushAnswer> push(Push push, Function<Push, Reply<PushAnswer>> wire) {
    return wire.apply(push);
  }
}
