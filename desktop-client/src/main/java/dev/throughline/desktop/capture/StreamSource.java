package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.sound.PcmForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sound of a file, played at a pace as if somebody spoke it. */
public final class StreamSource implements SoundSource {
  private final InputStream stream;
  private final PcmForm form;
  private final Pace pace;
  private long frames;
  private volatile boolean isClosed;

  private StreamSource(InputStream stream, PcmForm form, Pace pace) {
    this.stream = stream;
    this.form = form;
    this.pace = pace;
  }

  /**
   * Plays a WAV file to its end, whatever length its head tells: a crash may have left that at 0.
   *
   * @throws IOException when it is none, or its samples have not 16 bits
   */
  public static StreamSource wav(Path file, Pace pace) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    try {
      return new StreamSource(bytes, WavHead.read(bytes), pace);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Plays a file that holds samples and nothing else. */
  public static StreamSource raw(Path file, PcmForm form, Pace pace) throws IOException {
    return new StreamSource(new BufferedInputStream(Files.newInputStream(file)), form, pace);
  }

  @Override
  public PcmForm form() {
    return form;
  }

  @Override
  public int read(byte[] into) throws IOException {
    if (isClosed) {
      return -1;
    }
    int count = stream.readNBytes(into, 0, into.length);
    int whole = count / form.frameBytes();
    frames += whole;
    pace.await(Duration.ofMillis(form.millis(frames)));
    return whole == 0 ? -1 : whole * form.frameBytes();
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a file that was read could not be closed", e);
    }
  }
}
