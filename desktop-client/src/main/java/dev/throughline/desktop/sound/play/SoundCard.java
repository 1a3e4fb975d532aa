package dev.throughline.desktop.sound.play;

import dev.throughline.desktop.sound.PcmForm;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The system's own output. */
public final class SoundCard implements SoundOutput {
  /** Long enough not to stutter, short enough to stop at once. */
  private static final int BUFFER_MILLIS = 80;

  @Override
  public Opened open(PcmForm form) {
    AudioFormat format = new AudioFormat(form.rate(), Short.SIZE, form.channels(), true, false);
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(format);
      line.open(format, (int) form.frames(BUFFER_MILLIS) * form.frameBytes());
      line.start();
      return new Opened.Ready(new Line(line));
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException _) {
      return new Opened.Silent(PlayTrouble.NO_OUTPUT);
    }
  }

  /** What is in its buffer counts as heard once it has left it. */
  private static final class Line implements SoundSink {
    private final SourceDataLine line;
    private volatile long begin;

    Line(SourceDataLine line) {
      this.line = line;
    }

    @Override
    public void write(byte[] pcm, int length) {
      line.write(pcm, 0, length);
    }

    @Override
    public long heard() {
      return line.getLongFramePosition() - begin;
    }

    @Override
    public void flush() {
      line.stop();
      line.flush();
      begin = line.getLongFramePosition();
      line.start();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
