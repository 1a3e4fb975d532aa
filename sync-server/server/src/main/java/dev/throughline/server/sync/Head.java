package dev.throughline.server.sync;

/** The end of a log: the number of its last entry, and the chain of hashes up to there. */
record Head(long seq, Hash chain) {}
