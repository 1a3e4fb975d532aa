package dev.throughline.desktop.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read more than once, wherever they lie. */
public interface ByteSource {
  InputStream open() throws IOException;

  /** How many bytes to expect, for the progress only. */
  long size();

  static ByteSource of(Path file) throws IOException {
    long size = Files.size(file);
    return new ByteSource() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public long size() {
        return size;
      }
    };
  }
}
