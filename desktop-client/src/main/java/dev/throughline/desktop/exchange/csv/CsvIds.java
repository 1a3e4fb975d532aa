package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids for the rows of a file that have none: the same on every try, so that an import that was cut
 * off goes on with the records it made instead of making them twice.
 */
record CsvIds(String from) {
  /**
   * The ids of the try that was cut off; else fresh ones, which no earlier import of the file used.
   *
   * @param lines of rows without an id
   */
  static CsvIds of(
      String name, byte[] bytes, List<Integer> lines, LocalStore store, ImportMarks marks) {
    String from = store.device().orElseThrow() + "/" + name + "/" + digest(bytes);
    for (int attempt = 0; ; attempt++) {
      CsvIds ids = new CsvIds("table/" + from + "/" + attempt);
      boolean isFresh =
          lines.isEmpty()
              || (store.find(ids.row(lines.getFirst())).isEmpty()
                  && store.find(ids.row(lines.getLast())).isEmpty());
      if (isFresh || marks.open(ids.file()).isPresent()) {
        return ids;
      }
    }
  }

  /** The id of the whole import. */
  RecordId file() {
    return id("");
  }

  /** The record a row makes. */
  RecordId row(int line) {
    return id("/row/" + line);
  }

  /** What a row makes beside its own record. */
  RecordId beside(int line, String kind) {
    return id("/" + kind + "/" + line);
  }

  private RecordId id(String what) {
    return new RecordId(Uuids.derived(from + what));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
