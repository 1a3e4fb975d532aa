package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.TraceDesk;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import java.util.List;

/**
 * What stands on the sheet beside what is signed.
 *
 * @param missing what its bytes leave open, in words; empty for what could be submitted so
 * @param changed what the records say otherwise by now
 * @param said what those who are asked say of its items
 * @param traces leads from its evidence to the sources
 */
public record SignAside(
    List<String> missing, List<Difference> changed, ItemReviews said, TraceDesk traces) {}
