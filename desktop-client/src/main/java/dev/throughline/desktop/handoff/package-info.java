/** Handoffs to production: what goes out, the checklist, what stops it, and submitting it. */
@NullMarked
package dev.throughline.desktop.handoff;

import org.jspecify.annotations.NullMarked;
