package dev.throughline.desktop.blob;

/**
 * What the server has of a part that was cut off.
 *
 * @param digest SHA-256 of the whole part in small hexadecimal letters
 * @param bytes how many of its begin are there
 */
public record BegunPart(int index, String digest, int bytes) {}
