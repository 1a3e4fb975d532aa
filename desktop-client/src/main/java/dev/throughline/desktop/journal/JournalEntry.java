package dev.throughline.desktop.journal;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import java.util.List;

/** What a journal tells: everything needed to know what of one's own work is not on the server. */
public sealed interface JournalEntry {
  /** Who this profile is on the wire; begins every journal and is said again at every start. */
  record Identity(DeviceId device, WorkspaceId home) implements JournalEntry {}

  /**
   * The journal begins anew with what the store holds; numbers and times go on after these. What
   * was written before is in what follows.
   */
  record Renewed(long opNo, long hlcMillis) implements JournalEntry {}

  /** The profile was opened. Rises each time, so that a copied profile is noticed. */
  record Started(long incarnation) implements JournalEntry {}

  /** A group of operations a person made. Once this is on disk the work is saved. */
  record Recorded(WorkspaceId workspace, List<Op> ops) implements JournalEntry {
    public Recorded {
      ops = List.copyOf(ops);
    }
  }

  /** These operations may have reached the server; from now on they are never folded. */
  record Sent(List<Long> opNos) implements JournalEntry {
    public Sent {
      opNos = List.copyOf(opNos);
    }
  }

  /**
   * A person gave up these operations, which the server keeps aside. They are gone from this
   * computer.
   */
  record Discarded(List<Long> opNos) implements JournalEntry {
    public Discarded {
      opNos = List.copyOf(opNos);
    }
  }

  /** New operations that stand for others, which the server keeps aside: those are dropped. */
  record Resent(WorkspaceId workspace, List<Op> ops, List<Long> dropped) implements JournalEntry {
    public Resent {
      ops = List.copyOf(ops);
      dropped = List.copyOf(dropped);
    }
  }

  /** The server's outcomes. */
  record Answered(List<OpOutcome> outcomes) implements JournalEntry {
    public Answered {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** The profile joined a server's workspace; its own work moves there, ids unchanged. */
  record Joined(WorkspaceId workspace, String name) implements JournalEntry {}

  /** Everything in this workspace was removed from this computer on request. */
  record Dropped(WorkspaceId workspace) implements JournalEntry {}
}
