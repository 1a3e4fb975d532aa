package dev.throughline.model.sync;

/**
 * What a device says of itself, so that its person knows it again in a list.
 *
 * @param name as its person calls it, or what it runs on; never the name of the computer in its
 *     network
 * @param waiting operations that wait on it to be sent
 */
public record DeviceNote(String name, long waiting) {
  /** Characters of a name. */
  public static final int NAME_LENGTH_MAX = 60;
}
