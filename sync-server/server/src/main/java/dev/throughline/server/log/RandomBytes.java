package dev.throughline.server.log;

/** Where salts and new ids come from; a test or a simulation gives its own. */
@FunctionalInterface
public interface RandomBytes {
  byte[] next(int count);
}
