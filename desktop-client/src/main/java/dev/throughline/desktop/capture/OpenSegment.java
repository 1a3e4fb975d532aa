package dev.throughline.desktop.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** A segment that is read; keeps the last slot it opened, as readers go on in small steps. */
final class OpenSegment implements AutoCloseable {
  private final SegmentHeader header;
  private final SlotPlan plan;
  private final SlotSeal seal;
  private final Optional<FileChannel> channel;
  private int keptIndex = -1;
  private byte[] kept = new byte[0];

  private OpenSegment(SegmentHeader header, SlotSeal seal, Optional<FileChannel> channel) {
    this.header = header;
    this.plan = new SlotPlan(header.form());
    this.seal = seal;
    this.channel = channel;
  }

  /** Opens a segment; one whose file is gone holds no slot. */
  static OpenSegment of(SoundFolder folder, SegmentHeader header, SoundSecret secret)
      throws IOException {
    SlotSeal seal = new SlotSeal(secret, header);
    try {
      return new OpenSegment(header, seal, Optional.of(folder.open(header.number())));
    } catch (NoSuchFileException _) {
      return new OpenSegment(header, seal, Optional.empty());
    }
  }

  int number() {
    return header.number();
  }

  /** The sound of a slot; empty when it cannot be read. */
  Optional<byte[]> slot(int index) throws IOException {
    if (index == keptIndex) {
      return Optional.of(kept);
    }
    if (channel.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer slot = ByteBuffer.allocate(plan.slotBytes());
    Bytes.read(channel.get(), slot, plan.offset(index));
    Optional<byte[]> sound = seal.open(index, slot);
    sound.ifPresent(bytes -> keep(index, bytes));
    return sound;
  }

  /** A slot is written once, so it never has to be read again while it is kept. */
  private void keep(int index, byte[] sound) {
    keptIndex = index;
    kept = sound;
  }

  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
