package dev.throughline.model.handoff;

import dev.throughline.model.idea.Evidence;

/**
 * A piece of evidence of the idea that is handed off.
 *
 * @param isHeldBack whether those whose words it is do not allow that they are quoted
 */
public record Claim(Evidence link, boolean isHeldBack) {}
