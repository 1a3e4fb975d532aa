package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.capture.SoundParts;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was recorded here, or is being recorded. */
final class RecordedContent implements Content {
  private final SealedSound sound;
  private final SoundParts parts;
  private final boolean isOver;

  RecordedContent(SealedSound sound, PartCipher cipher, boolean isOver) {
    this.sound = sound;
    this.parts = new SoundParts(sound, cipher);
    this.isOver = isOver;
  }

  @Override
  public boolean isOver() {
    return isOver;
  }

  @Override
  public synchronized int ready() {
    return isOver ? parts.all() : parts.full();
  }

  @Override
  public synchronized long size() {
    return isOver ? parts.size() : 0;
  }

  @Override
  public synchronized byte[] part(int index) throws IOException {
    return parts.part(index);
  }

  @Override
  public synchronized BlobManifest manifest(Map<Integer, String> known) throws IOException {
    int count = parts.all();
    List<String> digests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String digest = known.get(i);
      digests.add(digest == null ? Sha256.hex(parts.part(i)) : digest);
    }
    return parts.manifest(digests);
  }

  @Override
  public synchronized void close() throws IOException {
    sound.close();
  }
}
