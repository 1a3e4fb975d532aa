/**
 * Everything that needs a person, in plain words: conflicts with both values side by side, work the
 * server keeps aside, and removals that were held back. Settles each as one step that can be taken
 * back, and refuses where something moved since it was shown.
 */
@NullMarked
package dev.throughline.desktop.inbox;

import org.jspecify.annotations.NullMarked;
