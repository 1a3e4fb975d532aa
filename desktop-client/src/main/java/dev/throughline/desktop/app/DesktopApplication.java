package dev.throughline.desktop.app;

/** Placeholder. */
public final class DesktopApplication {
  public static void open(Start start) {}
}
