package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.proxy.OpusProxy;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Makes small copies of what was recorded here, once it is over, and keeps them sealed until they
 * are sent. One thread works.
 */
final class Proxies {
  private static final Logger log = Logger.getLogger(Proxies.class.getName());

  private final Originals originals;
  private volatile boolean isStopped;

  Proxies(Originals originals) {
    this.originals = originals;
  }

  /** Gives up what is being made. */
  void stop() {
    isStopped = true;
  }

  /** Makes the next one that is missing; whether there was one. */
  boolean makeNext() {
    try {
      for (RecordId id : originals.recorded()) {
        if (!isStopped && make(id)) {
          return true;
        }
      }
    } catch (IOException e) {
      log.warning(() -> "recordings could not be listed: " + e);
    }
    return false;
  }

  private boolean make(RecordId id) {
    BlobKey key = new BlobKey(id, BlobRole.PROXY);
    try {
      PartFolder kept = originals.own(key);
      Optional<Recording> recording =
          originals.book().find(id).filter(it -> it.state().isEnded() && it.proxy().isEmpty());
      Optional<byte[]> secret = recording.flatMap(originals.book()::secret);
      if (secret.isEmpty() || kept.manifest().isPresent()) {
        return false;
      }
      Optional<SealedSound> sound = originals.sound(recording.get(), secret.get());
      if (sound.isEmpty()) {
        return false;
      }
      // A place that cannot be read is silent here: better heard with a gap than not at all.
      try (SealedSound read = sound.get();
          SealedSound whole = read.withSilence();
          PcmReader stoppable = new Stoppable(whole);
          SealingOutput out = new SealingOutput(kept, key.cipher(secret.get()))) {
        OpusProxy.write(stoppable, out);
        out.finish();
      }
      return true;
    } catch (IOException e) {
      log.warning(() -> "no small copy was made of " + id + ": " + e.getMessage());
      return false;
    }
  }

  /** The same sound until the program closes. */
  private final class Stoppable implements PcmReader {
    private final PcmReader inner;

    Stoppable(PcmReader inner) {
      this.inner = inner;
    }

    @Override
    public PcmForm form() {
      return inner.form();
    }

    @Override
    public long frames() {
      return inner.frames();
    }

    @Override
    public int read(long frame, byte[] into) throws IOException {
      if (isStopped) {
        throw new InterruptedIOException("the program closes");
      }
      return inner.read(frame, into);
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }
}
