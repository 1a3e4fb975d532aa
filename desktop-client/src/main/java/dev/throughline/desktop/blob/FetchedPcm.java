package dev.throughline.desktop.blob;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.blob.PartCipher;
import java.io.IOException;
import java.time.Duration;

/**
 * The samples of an original that was made elsewhere: what is missing comes while it is read. Holds
 * one part in memory.
 */
final class FetchedPcm implements PcmReader {
  private final Fetcher fetcher;
  private final Wanted wanted;
  private final PcmForm form;
  private final Duration patience;
  private int held = -1;
  private byte[] content = new byte[0];

  FetchedPcm(Fetcher fetcher, Wanted wanted, PcmForm form, Duration patience) {
    this.fetcher = fetcher;
    this.wanted = wanted;
    this.form = form;
    this.patience = patience;
  }

  @Override
  public PcmForm form() {
    return form;
  }

  @Override
  public long frames() {
    return wanted.contentBytes() / form.frameBytes();
  }

  @Override
  public int read(long frame, byte[] into) throws IOException {
    int frames = Math.clamp(frames() - frame, 0, into.length / form.frameBytes());
    long from = frame * form.frameBytes();
    int length = frames * form.frameBytes();
    int done = 0;
    while (done < length) {
      long at = from + done;
      hold((int) (at / PartCipher.CONTENT_BYTES));
      int within = (int) (at % PartCipher.CONTENT_BYTES);
      int step = Math.min(length - done, content.length - within);
      System.arraycopy(content, within, into, done, step);
      done += step;
    }
    return frames;
  }

  private void hold(int index) throws IOException {
    if (held != index) {
      content = fetcher.content(wanted, index, patience);
      held = index;
      fetcher.ahead(wanted, index + 1);
    }
  }

  @Override
  public void close() {
    content = new byte[0];
    held = -1;
  }
}
