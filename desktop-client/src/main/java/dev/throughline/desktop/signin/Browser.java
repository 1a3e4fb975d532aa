package dev.throughline.desktop.signin;

import java.net.URI;

/** The person's own browser. */
@FunctionalInterface
public interface Browser {
  /** Shows a page; returns at once. */
  void open(URI page);
}
