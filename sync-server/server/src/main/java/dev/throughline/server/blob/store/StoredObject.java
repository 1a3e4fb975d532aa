package dev.throughline.server.blob.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as the store has it.
 *
 * @param upload the id of the upload it came from; empty where the store does not know
 * @param keptUntil before this it cannot be deleted
 */
public record StoredObject(
    BlobVersion version,
    long size,
    Optional<String> upload,
    Optional<Instant> keptUntil,
    boolean isHeld) {}
