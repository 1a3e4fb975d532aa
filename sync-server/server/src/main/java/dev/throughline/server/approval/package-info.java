/**
 * What follows when handoffs are edited, submitted and signed: the approval of each, written by the
 * server in the transaction that takes in what changes it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"http", "keys", "log", "sync"})
package dev.throughline.server.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
