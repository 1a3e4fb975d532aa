package dev.throughline.desktop.blob;

/** Waits a while before something is tried again; the clock of the test in tests. */
@FunctionalInterface
interface Rest {
  void rest(long millis) throws InterruptedException;
}
