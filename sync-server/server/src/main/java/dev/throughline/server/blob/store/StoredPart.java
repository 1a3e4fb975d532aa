package dev.throughline.server.blob.store;

import java.util.Optional;

/**
 * A part that is there whole.
 *
 * @param index from 0
 * @param digest SHA-256 in hexadecimal; empty where the store cannot say it
 */
public record StoredPart(int index, long length, Optional<String> digest) {}
