package dev.throughline.desktop.hold;

import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.Ledger;

/**
 * What the list of holds works with.
 *
 * @param around where the server is asked; nothing that is saved waits behind it
 */
public record HoldParts(HoldDesk desk, HoldShelf shelf, Ledger ledger, Surroundings around) {}
