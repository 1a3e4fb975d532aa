/**
 * What every HTTP surface shares: bodies with limits, the choice of encoding, problems in one
 * shape. Knows no message and no feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.throughline.server.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
