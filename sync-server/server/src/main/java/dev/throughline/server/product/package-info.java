/**
 * Routes for other systems to hand in ideas and scores and to read them: the same records, rules
 * and log as those of the desktops.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "people", "sync"})
package dev.throughline.server.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
