package dev.throughline.server.sync;

import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordState;
import java.util.List;

/**
 * Everything a push leads to, ready to be written.
 *
 * @param created states of records that had none
 * @param updated states of records that had one
 * @param head the end of the log afterwards
 * @param firsts outcomes of the operations that were new
 * @param conflicts how many conflict records came about
 */
record Plan(
    List<Commit> commits,
    List<RecordState> created,
    List<RecordState> updated,
    Head head,
    List<First> firsts,
    PushAnswer answer,
    int conflicts) {
  /** The first outcome of an operation, kept for every resend. */
  record First(Op op, Outcome outcome) {}
}
