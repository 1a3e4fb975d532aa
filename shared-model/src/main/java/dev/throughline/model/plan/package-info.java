/** What both sides know of how an idea is built: its MVPs and its sprints. */
@NullMarked
package dev.throughline.model.plan;

import org.jspecify.annotations.NullMarked;
