package dev.throughline.model.signing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value of which two readers cannot think differently (I-JSON, RFC 7493). */
public sealed interface Json {
  /** The word {@code null}. */
  record Nothing() implements Json {}

  record Truth(boolean is) implements Json {}

  /** A double of IEEE 754; neither infinite nor no number. */
  record Number(double value) implements Json {}

  record Text(String text) implements Json {}

  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Names in the order of their UTF-16 units, as RFC 8785 §3.2.3 sorts them. */
  record Members(SortedMap<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }
  }

  /** What bytes turn out to be. */
  sealed interface Parsed {
    record Read(Json json) implements Parsed {}

    /**
     * They are none.
     *
     * @param at characters before the place where reading ended; 0 when they are not even text
     * @param why what is wrong, in words that hold nothing of the document
     */
    record Malformed(int at, String why) implements Parsed {}
  }

  /** Longest document, in bytes. */
  int BYTES_MAX = 1 << 20;

  /** Arrays and objects within each other. */
  int DEPTH_MAX = 64;

  /**
   * Reads one document, strictly: RFC 8259 without a byte order mark, well-formed UTF-8, no name
   * twice in an object, no half of a surrogate pair, and no number that a double cannot hold: whole
   * ones written without an exponent stay within 2⁵³ − 1 either way.
   */
  static Parsed parse(byte[] bytes) {
    return parse(bytes, BYTES_MAX);
  }

  /**
   * The same for a document that holds others as texts.
   *
   * @param most how many bytes it may have
   */
  static Parsed parse(byte[] bytes, int most) {
    return JsonReader.read(bytes, most);
  }

  /** The one way to write it down: RFC 8785, in UTF-8. */
  default byte[] canonical() {
    return CanonicalJson.bytes(this);
  }
}
