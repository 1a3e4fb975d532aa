package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.model.release.Purpose;
import java.util.function.BiConsumer;

/**
 * What the releases of a handoff work with.
 *
 * @param ask opens the sheet on which an order is given
 */
public record ReleaseParts(
    Releases releases,
    SigningKeysViewModel keys,
    Surroundings around,
    BiConsumer<Aim, Purpose> ask) {}
