/**
 * Recordings and other large content: takes it in part by part, proves that it arrived, gives it
 * out again, and keeps what must be kept. Never sees what is inside; does not decide what a record
 * says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "log", "people", "sync"})
package dev.throughline.server.blob;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
