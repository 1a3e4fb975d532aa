package dev.throughline.server.log;

import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import java.util.List;

/**
 * What one push leads to.
 *
 * @param firsts outcomes of the operations that were new
 * @param conflicts how many conflict records came about
 * @param moves which records went from one place to another
 * @param audit the events it leads to, as they are chained
 */
public record Plan(
    Push push,
    List<Commit> commits,
    List<First> firsts,
    PushAnswer answer,
    int conflicts,
    List<Move> moves,
    List<byte[]> audit) {
  /** The first outcome of an operation, kept for every resend. */
  public record First(Op op, Outcome outcome) {}

  /** Whether anything is to be written because of it. */
  public boolean leavesTrace() {
    return !(push.ops().isEmpty() && commits.isEmpty() && audit.isEmpty());
  }

  public Plan {
    commits = List.copyOf(commits);
    firsts = List.copyOf(firsts);
    moves = List.copyOf(moves);
    audit = List.copyOf(audit);
  }
}
