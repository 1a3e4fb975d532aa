package dev.throughline.desktop.interview;

import dev.throughline.model.recording.Recording;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The recordings of one interview as lists show them.
 *
 * @param recordings those that are not in the trash
 * @param at where the one is that is least at hand
 */
public record RowSound(List<Recording> recordings, At at) {
  /**
   * Where a recording is.
   *
   * @param percent how far it is on its way; empty where nobody knows, or it does not travel
   */
  public record At(Place place, OptionalInt percent) {
    public At(Place place) {
      this(place, OptionalInt.empty());
    }
  }

  /** Where a recording may be, the worst last. */
  public enum Place {
    /** There is none. */
    NOWHERE,
    /** All of it is on this computer. */
    HERE,
    /** On the server; it is fetched when somebody listens. */
    SERVER,
    /** Here, and on its way to the server. */
    SENT,
    /** On its way here, because somebody wants it offline. */
    FETCHED,
    /** On the computer it was made on; not all of it is on the server. */
    ELSEWHERE,
    /** Some of it cannot be read. */
    DAMAGED
  }

  public static final RowSound NONE = new RowSound(List.of(), new At(Place.NOWHERE));

  public RowSound {
    recordings = List.copyOf(recordings);
  }

  /** Recordings, and where they are; as the records tell until something better is known. */
  static RowSound of(List<Recording> recordings, Function<Recording, At> where) {
    return recordings.stream()
        .map(where)
        .max(Comparator.comparing(At::place).thenComparing(at -> -at.percent().orElse(-1)))
        .map(worst -> new RowSound(recordings, worst))
        .orElse(NONE);
  }

  /** What a record alone tells: it names its original once all of it is on the server. */
  static At told(Recording recording) {
    return new At(recording.original().isEmpty() ? Place.ELSEWHERE : Place.SERVER);
  }

  /** How long they are together, in milliseconds. */
  public long millis() {
    return recordings.stream().mapToLong(Recording::millis).sum();
  }

  /** The same recordings where they are now. */
  RowSound now(Function<Recording, At> where) {
    return of(recordings, where);
  }
}
