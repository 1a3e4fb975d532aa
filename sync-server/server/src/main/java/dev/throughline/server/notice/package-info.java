/**
 * Tells people who are absent that they have to act, by mail or webhook. What goes out holds ids
 * and states only: no names, no titles, nothing anybody wrote.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.throughline.server.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
