package dev.throughline.desktop.exchange;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * A file that is on its way in.
 *
 * @param file its absolute path
 * @param into the interview it goes into; empty when it makes its own records
 * @param id what the ids of its records are derived from, so that the file finds its own again
 * @param turns how many turns wait unseen for the last part; 0 for what is seen piece by piece
 */
public record ImportMark(String file, Optional<RecordId> into, RecordId id, int turns) {
  /** The file's name alone. */
  public String name() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
