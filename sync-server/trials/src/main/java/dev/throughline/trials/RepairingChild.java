package dev.throughline.trials;

import dev.throughline.desktop.capture.Repaired;
import dev.throughline.desktop.capture.SoundRepair;
import dev.throughline.desktop.platform.SystemDisk;
import java.io.IOException;
import java.nio.file.Path;

/** The start of a desktop after a crash: looks at every recording, and says what it found. */
final class RepairingChild {
  private RepairingChild() {}

  /** Argument: the folder of recordings. */
  public static void main(String[] args) throws IOException {
    System.out.println("looking");
    for (Repaired repaired : new SoundRepair(new SystemDisk()).all(Path.of(args[0]))) {
      System.out.println(
          switch (repaired) {
            case Repaired.Recovered recovered ->
                "recovered %s %s damaged %s"
                    .formatted(
                        recovered.recording(), recovered.frames(), recovered.damaged().size());
            case Repaired.Whole whole -> "whole " + whole.recording();
            case Repaired.Nothing nothing -> "nothing " + nothing.folder();
            case Repaired.NotNow notNow -> "not now " + notNow.folder() + " " + notNow.reason();
          });
    }
    System.out.println("looked");
  }
}
