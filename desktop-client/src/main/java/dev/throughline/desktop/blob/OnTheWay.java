package dev.throughline.desktop.blob;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * One blob that travels or waits to, for whoever shows it.
 *
 * @param isUp whether it goes to the server; else it comes from there
 * @param there how many bytes are where they go
 * @param all how many bytes there are, about; 0 while nobody knows
 * @param why it waits; empty while it travels
 */
public record OnTheWay(
    RecordId recording,
    BlobRole role,
    boolean isUp,
    long there,
    long all,
    Optional<BlobState.Why> why) {
  private static final int ALL = 100;

  /** How much of it is where it goes, 0 to 100. */
  public int percent() {
    return all == 0 ? 0 : Math.clamp(there * ALL / all, 0, ALL);
  }

  /** Whether all of it came, and the server still reads it back. */
  public boolean isChecked() {
    return isUp && all > 0 && there >= all && why.isEmpty();
  }
}
