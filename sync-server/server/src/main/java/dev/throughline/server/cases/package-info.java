/**
 * What people have to sign, as routes for other systems: lists and shows cases, takes signed votes
 * and orders in under the rights of whoever brings them. Decides and carries out nothing itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "people", "release", "sync"})
package dev.throughline.server.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
