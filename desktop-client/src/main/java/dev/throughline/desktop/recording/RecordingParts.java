package dev.throughline.desktop.recording;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.store.Ledger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What recording works with.
 *
 * @param folder takes a folder for each recording
 */
public record RecordingParts(
    Recordings recordings,
    Ledger ledger,
    Steps steps,
    Rulings rulings,
    Inputs inputs,
    ChosenInput chosen,
    Disk disk,
    Path folder,
    InstantSource clock,
    SecureRandom random,
    Surroundings around) {
  PuttingInOrder.Shelf shelf() {
    return new PuttingInOrder.Shelf(disk, folder, recordings, ledger);
  }
}
