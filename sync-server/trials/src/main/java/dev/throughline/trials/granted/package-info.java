/**
 * People with grants over real desktops and the real rules of the server, in memory: who is given
 * what, and when, follows from a seed; so do crashes and lost answers. A naive model says what each
 * may see.
 */
@NullMarked
package dev.throughline.trials.granted;

import org.jspecify.annotations.NullMarked;
