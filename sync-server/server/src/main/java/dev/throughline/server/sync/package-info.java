/**
 * Takes in what devices push, orders it in one log per workspace and gives it out again. Decides by
 * the pure rules of the shared model; knows no feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "log", "people"})
package dev.throughline.server.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
