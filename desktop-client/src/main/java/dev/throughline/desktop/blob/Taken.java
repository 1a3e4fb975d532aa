package dev.throughline.desktop.blob;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the server has of one blob: as it said when it was last asked, and took since. Any thread.
 */
final class Taken {
  private final Map<Integer, String> there = new ConcurrentHashMap<>();
  private volatile Optional<String> session = Optional.empty();
  private volatile List<BegunPart> begun = List.of();

  /** Where parts are sent; empty when the server has to be asked first. */
  Optional<String> session() {
    return session;
  }

  /** What it says now; what others send meanwhile is not forgotten. */
  void told(Opened.Session now) {
    if (!session.equals(Optional.of(now.id()))) {
      there.clear();
    }
    session = Optional.of(now.id());
    there.putAll(now.there());
    begun = now.begun();
  }

  /** The session may be over; the server is asked anew. */
  void lost() {
    session = Optional.empty();
  }

  void took(int index, String digest) {
    there.put(index, digest);
  }

  /** SHA-256 of a part that is there whole. */
  Optional<String> digest(int index) {
    return Optional.ofNullable(there.get(index));
  }

  /** How many bytes of a part are there since it was cut off; 0 when they are of another one. */
  int begun(int index, String digest, int length) {
    return begun.stream()
        .filter(part -> part.index() == index && part.digest().equals(digest))
        .mapToInt(BegunPart::bytes)
        .filter(bytes -> bytes > 0 && bytes <= length)
        .findFirst()
        .orElse(0);
  }
}
