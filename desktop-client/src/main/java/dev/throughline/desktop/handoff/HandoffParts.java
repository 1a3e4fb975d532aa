package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.SignParts;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.IdeaParts;

/** What lists and pages of handoffs work with. */
public record HandoffParts(Handoffs handoffs, IdeaParts ideas, SignParts signing, Edits edits) {
  public HandoffParts(Handoffs handoffs, IdeaParts ideas, SignParts signing) {
    this(handoffs, ideas, signing, new Edits(ideas.ideas(), ideas.steps()));
  }
}
