package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.util.Map;

/** What was sealed into a folder before it is sent, whole. */
record KeptContent(PartFolder folder, BlobManifest whole) implements Content {
  @Override
  public boolean isOver() {
    return true;
  }

  @Override
  public int ready() {
    return whole.parts().size();
  }

  @Override
  public long size() {
    return whole.size();
  }

  @Override
  public byte[] part(int index) throws IOException {
    return folder
        .part(index)
        .filter(part -> Sha256.hex(part).equals(whole.parts().get(index)))
        .orElseThrow(() -> new DamagedPart(index));
  }

  @Override
  public BlobManifest manifest(Map<Integer, String> known) {
    return whole;
  }

  @Override
  public void close() {}
}
