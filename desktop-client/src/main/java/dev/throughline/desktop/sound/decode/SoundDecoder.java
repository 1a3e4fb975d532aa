package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Optional;

/** Decodes files of one kind. Whatever it throws means: damaged from here on. */
@FunctionalInterface
interface SoundDecoder {
  /**
   * Decodes from where a sound begins, and leaves the source where that sound ends; another one may
   * be put on behind.
   *
   * @return why it is not the whole sound; empty when it is
   */
  Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException;
}
