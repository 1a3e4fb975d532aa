package dev.throughline.desktop.blob;

/**
 * How much of this disk recordings take, in bytes.
 *
 * @param originals made or taken in here
 * @param offline copies of others that somebody wants to have offline
 * @param copies for listening; they go by themselves when room is needed
 * @param free how much a person may still write
 */
public record DiskRoom(long originals, long offline, long copies, long free) {
  public static final DiskRoom NOTHING = new DiskRoom(0, 0, 0, 0);
}
