package dev.throughline.desktop.app;

final class DesktopApplication {
  static void open(Start start) {}
}
