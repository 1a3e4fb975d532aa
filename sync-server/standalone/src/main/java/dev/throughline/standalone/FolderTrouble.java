package dev.throughline.standalone;

import java.io.IOException;
import java.nio.file.Path;

/** The data folder could not be written. The message is made for people. */
public final class FolderTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  FolderTrouble(Path folder, IOException cause) {
    super(
        "Throughline cannot write in %s; make room there, or choose another folder. (SRV-39)"
            .formatted(folder),
        cause);
  }
}
