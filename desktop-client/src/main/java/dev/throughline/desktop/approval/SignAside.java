package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.TraceDesk;

/**
 * What stands on the sheet beside what is signed.
 *
 * @param said what those who are asked say of its items
 * @param traces leads from its evidence to the sources
 */
public record SignAside(ItemReviews said, TraceDesk traces) {}
