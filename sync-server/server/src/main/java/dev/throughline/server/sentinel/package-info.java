/**
 * SentinelNet, which says whether something may be done with data: one port, rules of our own, and
 * the SentinelNet of an organisation over HTTP. What no answer means is for the caller to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "outside")
package dev.throughline.server.sentinel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
