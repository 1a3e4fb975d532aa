package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.ChildJvm;
import dev.throughline.desktop.sound.PcmTarget;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns foreign sound files into samples. Each file is decoded in a process of its own, which can
 * do no harm but to itself: it has little memory, and is ended when nothing comes from it any more.
 */
public final class Decoding {
  private final Background background;
  private final DecodingLimits limits;
  private final Class<?> process;

  public Decoding(Background background, DecodingLimits limits) {
    this(background, limits, DecodingProcess.class);
  }

  Decoding(Background background, DecodingLimits limits, Class<?> process) {
    this.process = process;
    this.background = background;
    this.limits = limits;
  }

  /**
   * Decodes a file; takes as long as that takes, so not for the UI thread. An interrupt is heard
   * when the target hears it.
   *
   * @param target gets the samples on the calling thread; when nothing can be decoded it gets none
   * @throws IOException what the target threw
   */
  public DecodingResult decode(Path file, PcmTarget target) throws IOException {
    if (!Files.isRegularFile(file)) {
      return new DecodingResult.Refused(DecodingTrouble.UNREADABLE);
    }
    return decode(List.of(file.toAbsolutePath().toString()), new byte[0], target);
  }

  /**
   * Decodes a file that lies in sealed parts; nothing of it gets to the disk in plain.
   *
   * @param target as for a file in plain
   * @throws IOException what the target threw
   */
  public DecodingResult decode(SealedFile file, PcmTarget target) throws IOException {
    String folder = file.folder().toAbsolutePath().toString();
    return decode(List.of(folder, DecodingProcess.SEALED), file.key(), target);
  }

  private DecodingResult decode(List<String> arguments, byte[] told, PcmTarget target)
      throws IOException {
    Progress progress = new Progress();
    AtomicBoolean wasStuck = new AtomicBoolean();
    ChildJvm child;
    try {
      child = ChildJvm.start(process, limits.heapMegabytes(), arguments);
      child.tell(told);
    } catch (IOException _) {
      return new DecodingResult.Refused(DecodingTrouble.DIED);
    }
    try (child) {
      background.loop("decoder-watch", () -> watch(child, progress, wasStuck));
      DataInputStream in = new DataInputStream(child.output());
      WireReader reader = new WireReader(in, target, limits, progress);
      return read(reader, wasStuck);
    }
  }

  private static DecodingResult read(WireReader reader, AtomicBoolean wasStuck) throws IOException {
    try {
      return reader.read();
    } catch (WireReader.TargetFailedException e) {
      throw e.cause();
    } catch (IOException _) {
      return reader.soFar(wasStuck.get() ? DecodingTrouble.STUCK : DecodingTrouble.DIED);
    }
  }

  private void watch(ChildJvm child, Progress progress, AtomicBoolean wasStuck) {
    try {
      long before = progress.moves();
      while (!child.awaitEnd(limits.still())) {
        if (progress.isStuckAt(before)) {
          wasStuck.set(true);
          child.kill();
          return;
        }
        before = progress.moves();
      }
    } catch (InterruptedException _) {
      child.kill();
    }
  }
}
