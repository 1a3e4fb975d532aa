/** May use nothing, and uses {@code right} all the same. */
@ApplicationModule(allowedDependencies = {})
package dev.throughline.planted.left;

import org.springframework.modulith.ApplicationModule;
