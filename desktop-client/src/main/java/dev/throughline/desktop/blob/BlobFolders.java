package dev.throughline.desktop.blob;

import dev.throughline.model.id.RecordId;
import java.nio.file.Path;

/**
 * Where things lie in a profile.
 *
 * @param recordings what was recorded here, a folder each
 * @param own blobs of this computer: what is sent, and what was said of it
 * @param cache blobs of others, in parts as they came
 * @param heard sound that was decoded from them, sealed like a recording
 * @param waves drawn waves of recordings, sealed
 */
public record BlobFolders(Path recordings, Path own, Path cache, Path heard, Path waves) {
  /** Where the wave of a recording is kept. */
  public static String waveName(RecordId recording) {
    return recording + ".peaks";
  }

  /** Where the wave that was drawn of its small copy is kept. */
  public static String smallWaveName(RecordId recording) {
    return recording + ".small.peaks";
  }

  /** The usual places below a profile. */
  public static BlobFolders in(Path profile) {
    Path blobs = profile.resolve("blobs");
    return new BlobFolders(
        profile.resolve("recordings"),
        blobs.resolve("own"),
        blobs.resolve("cache"),
        profile.resolve("heard"),
        profile.resolve("waves"));
  }
}
