package dev.throughline.standalone;

import java.io.IOException;
import java.nio.file.Path;

/** The data folder could not be written, or read. The message is made for people. */
public final class FolderTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  FolderTrouble(Path folder, IOException cause) {
    super(
        "Throughline cannot write in %s; make room there, or choose another folder. (SRV-39)"
            .formatted(folder),
        cause);
  }

  private FolderTrouble(String sentence) {
    super(sentence);
  }

  /** What is in a file is not what was written there. */
  static FolderTrouble damaged(Path file) {
    return new FolderTrouble(
        "%s is damaged; put it back from a backup, or take it away to go on with a new one. (SRV-45)"
            .formatted(file));
  }
}
