/**
 * Carries out what was signed: asks SentinelNet, registers with Kernel, tests, takes back. Decides
 * in records; the workflow engine only waits.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "http",
      "kernel",
      "log",
      "notice",
      "outside",
      "people",
      "sentinel",
      "sync"
    })
package dev.throughline.server.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
