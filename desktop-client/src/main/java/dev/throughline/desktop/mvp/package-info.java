/** How an idea is built: its MVPs with scope line and measurement plan, and its sprints. */
@NullMarked
package dev.throughline.desktop.mvp;

import org.jspecify.annotations.NullMarked;
