/**
 * The line of a handoff with real desktops, a real server and its workflows: from an interview to a
 * version that was taken back and came again.
 */
@NullMarked
package dev.throughline.trials.handoff;

import org.jspecify.annotations.NullMarked;
