/**
 * What the person who runs a server meets: reasons for which it does not start, and who may reach
 * it until sign-in exists. Knows nothing of sync.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "people"})
package dev.throughline.server.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
