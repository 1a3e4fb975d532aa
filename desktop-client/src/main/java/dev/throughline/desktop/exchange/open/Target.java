package dev.throughline.desktop.exchange.open;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where an export goes. Nothing of it can be seen until it is finished. */
interface Target extends Closeable {
  /** Begins the next file; the path is relative, with slashes. Closing it forces it to disk. */
  OutputStream next(String path) throws IOException;

  /** Makes everything visible under its name, durably. */
  void finish() throws IOException;

  /** Takes away what was not finished. */
  @Override
  void close() throws IOException;
}
