package dev.throughline.server.log;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Push;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a push sound, whatever its operations do. */
public final class PushRules {
  private PushRules() {}

  /**
   * Checks the push as a whole.
   *
   * @throws ProblemException when it could not have come from a sound client
   */
  public static void require(Push push) {
    if (push.ops().size() > Protocol.PUSH_OPS_MAX) {
      throw invalid("A push holds at most " + Protocol.PUSH_OPS_MAX + " operations.");
    }
    requireRisingNumbers(push.ops());
    requireWholeGroups(groups(push.ops()));
  }

  /** The operations as runs of one group each. */
  static List<List<Op>> groups(List<Op> ops) {
    List<List<Op>> groups = new ArrayList<>();
    for (Op op : ops) {
      boolean continues =
          !groups.isEmpty() && groups.getLast().getFirst().group().equals(op.group());
      if (!continues) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(op);
    }
    return groups;
  }

  private static void requireRisingNumbers(List<Op> ops) {
    long last = 0;
    Set<OpId> ids = new HashSet<>();
    for (Op op : ops) {
      if (op.opNo() <= last) {
        throw invalid("Operation numbers start at 1 and rise.");
      }
      if (!ids.add(op.id())) {
        throw invalid("Two operations have one id.");
      }
      last = op.opNo();
    }
  }

  private static void requireWholeGroups(List<List<Op>> groups) {
    Set<GroupId> seen = new HashSet<>();
    for (List<Op> group : groups) {
      if (group.size() > Protocol.GROUP_OPS_MAX) {
        throw invalid("A group holds at most " + Protocol.GROUP_OPS_MAX + " operations.");
      }
      if (!seen.add(group.getFirst().group())) {
        throw invalid("The operations of a group stand together.");
      }
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.PUSH_INVALID, detail);
  }
}
