package dev.throughline.desktop.blob;

import java.util.List;
import java.util.Map;

/** What came of asking to send a blob. */
public sealed interface Opened {
  /**
   * Send what is missing.
   *
   * @param there SHA-256 of the parts the server has, in small hexadecimal letters, by their index
   * @param begun what it has of parts that were cut off
   */
  record Session(String id, Map<Integer, String> there, List<BegunPart> begun) implements Opened {
    public Session {
      there = Map.copyOf(there);
      begun = List.copyOf(begun);
    }
  }

  /** The very same blob is there; nothing is to be sent. */
  record There(Standing standing) implements Opened {}
}
