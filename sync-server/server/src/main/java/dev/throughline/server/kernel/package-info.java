/**
 * Kernel, which signs manifests and registers them as upgrades: one port, a stand-in of our own in
 * the database, and the Kernel of an organisation over HTTP. Proves no quorum of ours and takes
 * none of its answers for one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "outside"})
package dev.throughline.server.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
