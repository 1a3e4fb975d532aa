package dev.throughline.model.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** zstd (RFC 8878) with a cap on what a body may grow to. */
public final class Compression {
  private static final int LEVEL = 3;

  /** Largest window accepted, as a power of two: 8 MiB. */
  private static final int WINDOW_LOG_MAX = 23;

  private Compression() {}

  public static byte[] compress(byte[] bytes) {
    return Zstd.compress(bytes, LEVEL);
  }

  /**
   * Restores a body.
   *
   * @param lengthMax bytes it may grow to; a larger one is refused before it is held in memory
   * @throws MalformedMessage when it is no zstd frame, is cut off, or grows too large
   */
  public static byte[] decompress(byte[] compressed, int lengthMax) {
    try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(compressed))) {
      in.setLongMax(WINDOW_LOG_MAX);
      byte[] bytes = in.readNBytes(lengthMax + 1);
      if (bytes.length > lengthMax) {
        throw new MalformedMessage.TooLarge(lengthMax);
      }
      return bytes;
    } catch (ZstdException | IOException e) {
      throw new MalformedMessage("the body is not a whole zstd frame", e);
    }
  }
}
