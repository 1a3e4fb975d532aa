package dev.throughline.planted.right;

/** Public, so that only the module rule is in the way. */
public record Neighbour(String name) {}
