package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;

/**
 * How a segment is cut: a header, then slots of a quarter of a second each, all of one length on
 * disk, so that the place of a frame is arithmetic. Only the last slot of a segment may hold less.
 */
record SlotPlan(PcmForm form) {
  /** Segments are 20 s long; whoever damages a header's both copies damages no more than that. */
  static final int SEGMENT_SLOTS = 80;

  static final int HEAD_BYTES = 8;
  static final int TAG_BYTES = 16;

  private static final int SLOTS_A_SECOND = 4;

  /** How many frames a full slot holds. */
  int slotFrames() {
    return Math.max(1, form.rate() / SLOTS_A_SECOND);
  }

  /** How many bytes of sound a full slot holds. */
  int plainBytes() {
    return slotFrames() * form.frameBytes();
  }

  /** How long a slot is on disk. */
  int slotBytes() {
    return HEAD_BYTES + plainBytes() + TAG_BYTES;
  }

  /** Where a slot begins in its file. */
  long offset(int index) {
    return SegmentHeader.BYTES + (long) index * slotBytes();
  }

  /** How long a file is that holds all its slots. */
  long segmentBytes() {
    return offset(SEGMENT_SLOTS);
  }

  /** How many frames a full segment holds. */
  long segmentFrames() {
    return (long) SEGMENT_SLOTS * slotFrames();
  }

  /** What an hour of sound takes on disk, in bytes. */
  long hourBytes() {
    return 3_600L * form.rate() * slotBytes() / slotFrames();
  }
}
