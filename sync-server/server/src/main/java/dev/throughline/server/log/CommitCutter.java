package dev.throughline.server.log;

import dev.throughline.model.sync.Protocol;
import java.util.ArrayList;
import java.util.List;

/** Cuts a push's entries into commits, between groups, so that no pull answer grows too large. */
final class CommitCutter {
  /** A pull answer is made of whole commits, and its first should come soon. */
  static final int BYTES_AIM = Protocol.PULL_BYTES_AIM / 4;

  static final int ENTRIES_MAX = Protocol.PULL_CHANGES_MAX;

  private final List<Commit> commits = new ArrayList<>();
  private final List<LogEntry> open = new ArrayList<>();
  private Hash chain;
  private long openBytes;
  private long totalBytes;

  CommitCutter(Hash chain) {
    this.chain = chain;
  }

  void add(List<LogEntry> group, long bytes) {
    boolean isFull = openBytes + bytes > BYTES_AIM || open.size() + group.size() > ENTRIES_MAX;
    if (isFull) {
      cut();
    }
    open.addAll(group);
    openBytes += bytes;
    totalBytes += bytes;
  }

  /** Payload bytes of everything added so far. */
  long totalBytes() {
    return totalBytes;
  }

  List<Commit> finish() {
    cut();
    return List.copyOf(commits);
  }

  private void cut() {
    if (open.isEmpty()) {
      return;
    }
    Commit commit = Commit.after(chain, open);
    commits.add(commit);
    chain = commit.chain();
    open.clear();
    openBytes = 0;
  }
}
