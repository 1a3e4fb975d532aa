package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.SignParts;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.IdeaParts;
import dev.throughline.desktop.release.Releases;

/** What lists and pages of handoffs work with. */
public record HandoffParts(
    Handoffs handoffs, IdeaParts ideas, SignParts signing, Releases releases, Edits edits) {
  public HandoffParts(Handoffs handoffs, IdeaParts ideas, SignParts signing, Releases releases) {
    this(handoffs, ideas, signing, releases, new Edits(ideas.ideas(), ideas.steps()));
  }
}
