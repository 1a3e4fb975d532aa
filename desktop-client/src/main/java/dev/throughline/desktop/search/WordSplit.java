package dev.throughline.desktop.search;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends words at marks inside them, so that l'énergie is found by énergie, and the word after a
 * missing blank by itself. Character for character, so that places stay true.
 */
final class WordSplit extends FilterReader {
  private static final String ENDS = "'\u2019._:,\u00b7\uff0e\uff07";

  WordSplit(Reader text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read >= 0 && ENDS.indexOf(read) >= 0 ? ' ' : read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (ENDS.indexOf(buffer[i]) >= 0) {
        buffer[i] = ' ';
      }
    }
    return count;
  }
}
