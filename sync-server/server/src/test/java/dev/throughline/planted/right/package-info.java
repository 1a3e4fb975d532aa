/** A module that {@code left} must leave alone. */
@ApplicationModule(allowedDependencies = {})
package dev.throughline.planted.right;

import org.springframework.modulith.ApplicationModule;
