/**
 * What benchmarks are run on: workspaces of any size with made-up words, the same for the same
 * seed. Sees the desktop only.
 */
@NullMarked
package dev.throughline.trials.bench;

import org.jspecify.annotations.NullMarked;
