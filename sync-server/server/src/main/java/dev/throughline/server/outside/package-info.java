/**
 * How this server asks systems of others over HTTP: one way to wait, to ask again, to stop asking
 * and to be watched. Knows none of these systems, and decides nothing when one is away.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "log")
package dev.throughline.server.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
