package dev.throughline.desktop.sound.ogg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes one stream of packets as an Ogg file (RFC 3533), holding one page at a time. */
public final class OggWriter {
  private static final int SEGMENTS_MAX = 255;
  private static final int SEGMENT_BYTES = 255;
  private static final int HEAD_BYTES = 27;
  private static final int SUM_AT = 22;
  private static final int FIRST = 2;
  private static final int LAST = 4;

  private final OutputStream out;
  private final int serial;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final byte[] lengths = new byte[SEGMENTS_MAX];
  private int segments;
  private int sequence;
  private long granule;

  /**
   * @param serial tells streams in one file apart
   */
  public OggWriter(OutputStream out, int serial) {
    this.out = out;
    this.serial = serial;
  }

  /**
   * Adds a packet; it must fit on one page, which none of ours is near.
   *
   * @param granule how many samples there are up to its end
   */
  public void add(byte[] packet, int length, long granule) throws IOException {
    int needed = length / SEGMENT_BYTES + 1;
    if (needed > SEGMENTS_MAX) {
      throw new IllegalArgumentException("no packet of " + length + " bytes fits on a page");
    }
    if (segments + needed > SEGMENTS_MAX) {
      endPage(false);
    }
    for (int i = 1; i < needed; i++) {
      lengths[segments++] = (byte) SEGMENT_BYTES;
    }
    lengths[segments++] = (byte) (length % SEGMENT_BYTES);
    content.write(packet, 0, length);
    this.granule = granule;
  }

  /** Ends the page, if there is anything on it. */
  public void endPage() throws IOException {
    if (segments > 0) {
      endPage(false);
    }
  }

  /** Ends the stream; what lies behind the granule of the last packet is not to be heard. */
  public void end() throws IOException {
    endPage(true);
    out.flush();
  }

  private void endPage(boolean isLast) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(HEAD_BYTES + segments + content.size());
    page.order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    page.put((byte) ((sequence == 0 ? FIRST : 0) | (isLast ? LAST : 0)));
    page.putLong(granule).putInt(serial).putInt(sequence).putInt(0);
    page.put((byte) segments).put(lengths, 0, segments).put(content.toByteArray());
    page.putInt(SUM_AT, OggCrc.of(0, page.array(), 0, page.capacity()));
    out.write(page.array());
    sequence++;
    segments = 0;
    content.reset();
  }
}
