/**
 * What can be watched of ideas, approvals and releases, as figures for Prometheus. Counts and ages
 * only; reads what is durable and writes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"log", "sync"})
package dev.throughline.server.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
