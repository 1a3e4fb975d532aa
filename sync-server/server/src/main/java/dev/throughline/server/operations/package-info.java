/**
 * What the person who runs a server meets: reasons for which it does not start, who may reach it,
 * and which services may use which route. Knows nothing of sync.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"blob", "http", "people"})
package dev.throughline.server.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
