package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.ogg.OggCrc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The packets of the first stream in an Ogg file, from where the source stands (RFC 3533). Pages
 * whose check sum is wrong are passed over, and so are those of streams that run beside it. Another
 * stream may be put on behind ("chained"): the source is left where that one begins.
 */
final class OggReader {
  private static final int HEAD_BYTES = 27;
  private static final int PACKET_MAX = 1 << 20;
  private static final int CONTINUED = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;

  private final ByteSource in;
  private final ArrayDeque<OggPacket> ready = new ArrayDeque<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final Set<Integer> beside = new HashSet<>();
  private Optional<Integer> serial = Optional.empty();
  private int sequence;
  private boolean ended;
  private boolean isOver;
  private boolean isUnderWay;
  private boolean damaged;

  OggReader(ByteSource in) {
    this.in = in;
  }

  /** The next packet; empty at the end. */
  Optional<OggPacket> next() throws IOException {
    while (ready.isEmpty() && !isOver) {
      // Pages may end no packet, or be of another stream.
      isOver = !readPage();
    }
    return Optional.ofNullable(ready.poll());
  }

  /** Why what came so far is not the whole stream; empty when it is. */
  Optional<DecodingTrouble> trouble() {
    if (damaged) {
      return Optional.of(DecodingTrouble.DAMAGED);
    }
    return ended ? Optional.empty() : Optional.of(DecodingTrouble.CUT);
  }

  private boolean readPage() throws IOException {
    while (in.left() >= HEAD_BYTES) {
      long begin = in.position();
      byte[] head = in.bytes(HEAD_BYTES);
      if (KindGuess.is(head, 0, "OggS") && head[4] == 0) {
        Optional<byte[][]> page = content(head);
        if (page.isPresent() && isAnother(head)) {
          in.seek(begin);
          return false;
        }
        if (page.isPresent()) {
          take(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN), page.get());
          return true;
        }
      }
      damaged |= in.left() > 0 && !ended;
      in.seek(begin + 1);
    }
    return false;
  }

  /** Streams that run side by side begin together; one that begins later is put on behind. */
  private boolean isAnother(byte[] head) {
    boolean isFirst = (head[5] & FIRST) != 0;
    isUnderWay |= !isFirst;
    return isFirst && (isUnderWay || ended);
  }

  /** The lengths and the content of a page; empty when it is cut off or its sum is wrong. */
  private Optional<byte[][]> content(byte[] head) throws IOException {
    int count = head[HEAD_BYTES - 1] & 0xff;
    if (in.left() < count) {
      return Optional.empty();
    }
    byte[] lengths = in.bytes(count);
    int size = 0;
    for (byte length : lengths) {
      size += length & 0xff;
    }
    if (in.left() < size) {
      return Optional.empty();
    }
    byte[] content = in.bytes(size);
    int said = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(22);
    byte[] summed = head.clone();
    ByteBuffer.wrap(summed).putInt(22, 0);
    int sum = OggCrc.of(0, summed, 0, summed.length);
    sum = OggCrc.of(sum, lengths, 0, lengths.length);
    sum = OggCrc.of(sum, content, 0, content.length);
    return sum == said ? Optional.of(new byte[][] {lengths, content}) : Optional.empty();
  }

  private void take(ByteBuffer head, byte[][] page) throws IOException {
    int of = head.getInt(14);
    if ((head.get(5) & FIRST) != 0) {
      beside.add(of);
    }
    if (ended || (serial.isPresent() && serial.get() != of)) {
      // Of one whose beginning is lost nothing can be heard.
      damaged |= !beside.contains(of) || serial.get() == of;
      return;
    }
    boolean isFirst = serial.isEmpty();
    serial = Optional.of(of);
    boolean isGap = !isFirst && head.getInt(18) != sequence + 1;
    sequence = head.getInt(18);
    damaged |= isGap;
    boolean isContinued = (head.get(5) & CONTINUED) != 0;
    if (isGap || !isContinued) {
      open.reset();
    }
    // The beginning of that packet was on a page that is lost.
    boolean isTail = isContinued && open.size() == 0;
    ended = (head.get(5) & LAST) != 0;
    split(page[0], page[1], head.getLong(6), isTail);
  }

  private void split(byte[] lengths, byte[] content, long granule, boolean isTail)
      throws IOException {
    int lastEnd = lengths.length - 1;
    while (lastEnd >= 0 && (lengths[lastEnd] & 0xff) == 0xff) {
      lastEnd--;
    }
    boolean dropped = isTail;
    int at = 0;
    for (int i = 0; i < lengths.length; i++) {
      int length = lengths[i] & 0xff;
      open.write(content, at, length);
      at += length;
      if (open.size() > PACKET_MAX) {
        throw new BadSoundException(DecodingTrouble.DAMAGED);
      }
      if (length < 0xff) {
        if (!dropped) {
          ready.add(new OggPacket(open.toByteArray(), granule, i == lastEnd, ended));
        }
        dropped = false;
        open.reset();
      }
    }
  }
}
