package dev.throughline.desktop.approval;

import dev.throughline.desktop.outbox.Surroundings;

/** What signing works with. */
public record SignParts(
    Signing signing,
    SignCases cases,
    SigningKeysViewModel keys,
    SignDrafts drafts,
    Surroundings around) {}
