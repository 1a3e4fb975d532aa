package dev.throughline.desktop.recording;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.play.SoundOutput;
import dev.throughline.desktop.sound.play.SoundSink;
import java.io.ByteArrayOutputStream;

/** Hears everything at once, and remembers it. */
final class Ear implements SoundOutput {
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  @Override
  public Opened open(PcmForm form) {
    return new Opened.Ready(
        new SoundSink() {
          private long heard;

          @Override
          public void write(byte[] pcm, int length) {
            synchronized (got) {
              got.write(pcm, 0, length);
              heard += length / form.frameBytes();
            }
          }

          @Override
          public long heard() {
            synchronized (got) {
              return heard;
            }
          }

          @Override
          public void flush() {
            synchronized (got) {
              heard = 0;
            }
          }

          @Override
          public void close() {}
        });
  }

  byte[] heard() {
    synchronized (got) {
      return got.toByteArray();
    }
  }
}
