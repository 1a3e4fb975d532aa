package dev.throughline.model.audit;

import dev.throughline.model.signing.Sha256;
import java.util.HexFormat;

/**
 * How audit events hang together: each link is SHA-256 over the link before it and the SHA-256 of
 * the event's bytes. So a part of the chain can be checked by somebody who is shown only some of
 * its events, and of the others their digests.
 */
public final class AuditChain {
  /** Before the first event. */
  public static final String BEGINNING = "0".repeat(64);

  private AuditChain() {}

  /**
   * The link after an event.
   *
   * @param before the link before it, in hexadecimal
   * @param eventDigest SHA-256 over its bytes, in hexadecimal
   */
  public static String link(String before, String eventDigest) {
    byte[] one = HexFormat.of().parseHex(before);
    byte[] other = HexFormat.of().parseHex(eventDigest);
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return Sha256.hex(both);
  }
}
