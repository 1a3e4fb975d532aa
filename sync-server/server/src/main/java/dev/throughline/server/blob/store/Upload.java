package dev.throughline.server.blob.store;

import java.util.UUID;

/**
 * An upload that was begun.
 *
 * @param id ours; the version it becomes remembers it
 * @param handle the store's own name of it
 */
public record Upload(BlobKey key, UUID id, String handle) {}
