package dev.throughline.server.sync;

/** Where salts and new ids come from; a test or a simulation gives its own. */
@FunctionalInterface
interface RandomBytes {
  byte[] next(int count);
}
