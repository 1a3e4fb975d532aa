package dev.throughline.server.log;

import java.util.List;

/**
 * Entries that became visible together; pulls are cut between commits only. A push gives one
 * commit, or several when it changes more than one answer should hold; groups stay whole.
 */
public record Commit(List<LogEntry> entries, Hash digest, Hash chain) {
  public static Commit after(Hash chain, List<LogEntry> entries) {
    Hash digest = Hash.over(entries.stream().map(LogEntry::commitment).toList());
    return new Commit(List.copyOf(entries), digest, Hash.over(List.of(chain, digest)));
  }

  public long firstSeq() {
    return entries.getFirst().seq();
  }

  public long lastSeq() {
    return entries.getLast().seq();
  }

  public long payloadBytes() {
    return entries.stream().mapToLong(entry -> entry.payload().length).sum();
  }
}
