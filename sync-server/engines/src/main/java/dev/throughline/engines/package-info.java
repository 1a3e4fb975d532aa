/**
 * Starts real engines on this machine, so that nothing has to be installed: Postgres and Temporal.
 * It knows programs, folders, ports and passwords; it must not know our server, its tables or its
 * settings. Everything listens on loopback only.
 */
@NullMarked
package dev.throughline.engines;

import org.jspecify.annotations.NullMarked;
