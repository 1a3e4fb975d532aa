package dev.throughline.desktop.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sound in a segment, by its checks alone; no key is needed.
 *
 * @param spans of sound frames, counted from the begin of the recording, in order
 * @param bytes of the file up to the end of the last of them
 */
record SegmentScan(List<Span> spans, long bytes) {
  static final SegmentScan NONE = new SegmentScan(List.of(), 0);

  SegmentScan {
    spans = List.copyOf(spans);
  }

  /** The frame behind the last sound one. */
  long end(SegmentHeader header) {
    return spans.isEmpty() ? header.firstFrame() : spans.getLast().end();
  }

  /** Looks through a whole segment; one whose file is gone holds nothing. */
  static SegmentScan of(SoundFolder folder, SegmentHeader header) throws IOException {
    SlotPlan plan = new SlotPlan(header.form());
    List<Span> spans = new ArrayList<>();
    long bytes = SegmentHeader.BYTES;
    try (FileChannel channel = folder.open(header.number())) {
      ByteBuffer slot = ByteBuffer.allocate(plan.slotBytes());
      for (int i = 0; i < SlotPlan.SEGMENT_SLOTS; i++) {
        Bytes.read(channel, slot.clear(), plan.offset(i));
        int sound = SlotSeal.soundBytes(plan, header.number(), i, slot);
        if (sound > 0) {
          long first = header.firstFrame() + (long) i * plan.slotFrames();
          Span.add(spans, new Span(first, first + sound / plan.form().frameBytes()));
          bytes = plan.offset(i) + SlotPlan.HEAD_BYTES + sound + SlotPlan.TAG_BYTES;
        }
      }
    } catch (NoSuchFileException _) {
      return NONE;
    }
    return new SegmentScan(spans, bytes);
  }
}
