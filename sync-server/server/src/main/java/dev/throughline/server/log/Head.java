package dev.throughline.server.log;

/** The end of a log: the number of its last entry, and the chain of hashes up to there. */
public record Head(long seq, Hash chain) {}
