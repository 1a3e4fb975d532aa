package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A microphone into which a test speaks. */
final class HandSource implements SoundSource {
  private static final byte[] CLOSED = new byte[0];
  private static final byte[] GONE = new byte[0];

  private final PcmForm form;
  private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
  private byte[] rest = CLOSED;
  private int at;

  HandSource(PcmForm form) {
    this.form = form;
  }

  void say(byte[] sound) {
    said.add(sound);
  }

  void unplug() {
    said.add(GONE);
  }

  @Override
  public PcmForm form() {
    return form;
  }

  @Override
  public int read(byte[] into) throws IOException {
    if (at == rest.length) {
      try {
        rest = said.take();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      at = 0;
    }
    if (rest == GONE) {
      throw new IOException("unplugged");
    }
    if (rest == CLOSED) {
      return -1;
    }
    int count = Math.min(into.length, rest.length - at);
    System.arraycopy(rest, at, into, 0, count);
    at += count;
    return count;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void close() {
    said.add(CLOSED);
  }
}
