/**
 * Knows who asks: checks the token of every request against the organisation's identity provider,
 * and names the person to those who write down what was done.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http"})
package dev.throughline.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
