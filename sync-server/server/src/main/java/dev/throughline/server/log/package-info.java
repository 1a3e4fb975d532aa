/**
 * The rules of the log: what pushes lead to, and what a pull is given, over the port {@link
 * dev.throughline.server.log.LogStore}. Pure but for that port; knows no Spring, no database and no
 * HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "http")
package dev.throughline.server.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
