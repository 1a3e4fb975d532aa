package dev.throughline.desktop.outbox;

/** One line of the outbox as it reads now; {@code key} stays while the rest changes. */
record OutboxRow(
    String key,
    WaitingChange.Subject subject,
    String change,
    String belongsTo,
    String age,
    String size,
    String why) {}
