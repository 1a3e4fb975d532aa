package dev.throughline.desktop.platform;

/** Hands results back to the thread that owns the scene; the calling thread in tests. */
@FunctionalInterface
public interface UiThread {
  void run(Runnable work);
}
