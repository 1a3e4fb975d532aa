package dev.throughline.server.blob.store;

/** One version of a blob; the name is the store's own. */
public record BlobVersion(BlobKey key, String name) {}
