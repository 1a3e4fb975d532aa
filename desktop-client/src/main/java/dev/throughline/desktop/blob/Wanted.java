package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;

/** A blob somebody wants, with what is needed to know its parts from any others. */
record Wanted(BlobKey key, BlobManifest manifest, PartCipher cipher) {
  /** How long its content is, in bytes. */
  long contentBytes() {
    return manifest.size() - (long) PartCipher.TAG_BYTES * manifest.parts().size();
  }
}
