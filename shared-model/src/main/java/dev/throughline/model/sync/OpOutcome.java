package dev.throughline.model.sync;

/** The outcome of the operation with that number. */
public record OpOutcome(long opNo, Outcome outcome) {}
