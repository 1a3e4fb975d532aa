/** What this server signs with in its own name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.throughline.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
