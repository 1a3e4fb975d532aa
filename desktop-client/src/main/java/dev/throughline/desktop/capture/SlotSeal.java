package dev.throughline.desktop.capture;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One slot on disk: the length of its sound, a check, the sound sealed by AES-256-GCM. The number
 * of the slot is the nonce. The check is a CRC32C over place, length and sealed bytes: whoever
 * repairs needs no key. A slot that was never written is all zeros.
 */
final class SlotSeal {
  private static final int NONCE_BYTES = 12;

  private final SecretKey key;
  private final SegmentHeader header;
  private final Cipher cipher;

  SlotSeal(SoundSecret secret, SegmentHeader header) {
    this.key = secret.of(header);
    this.header = header;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** The slot as it is written. */
  ByteBuffer seal(int index, byte[] sound, int from, int length) {
    ByteBuffer slot =
        ByteBuffer.allocate(SlotPlan.HEAD_BYTES + length + SlotPlan.TAG_BYTES).putInt(length);
    slot.position(SlotPlan.HEAD_BYTES);
    try {
      prepare(Cipher.ENCRYPT_MODE, index, length);
      cipher.doFinal(ByteBuffer.wrap(sound, from, length), slot);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals whatever it is given", e);
    }
    slot.flip();
    return slot.putInt(Integer.BYTES, check(header.number(), index, slot));
  }

  /** The sound of a slot; empty when it is torn, was changed, or is of another place or key. */
  Optional<byte[]> open(int index, ByteBuffer slot) {
    SlotPlan plan = new SlotPlan(header.form());
    if (soundBytes(plan, header.number(), index, slot) == 0) {
      return Optional.empty();
    }
    int length = slot.getInt(0);
    try {
      prepare(Cipher.DECRYPT_MODE, index, length);
      return Optional.of(
          cipher.doFinal(
              slot.array(), slot.arrayOffset() + SlotPlan.HEAD_BYTES, length + SlotPlan.TAG_BYTES));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  /** How many bytes of sound a slot holds; 0 when it is empty, torn or was changed. */
  static int soundBytes(SlotPlan plan, int number, int index, ByteBuffer slot) {
    if (slot.limit() < SlotPlan.HEAD_BYTES) {
      return 0;
    }
    int length = slot.getInt(0);
    boolean fits =
        length > 0
            && length <= plan.plainBytes()
            && length % plan.form().frameBytes() == 0
            && slot.limit() >= SlotPlan.HEAD_BYTES + length + SlotPlan.TAG_BYTES;
    return fits && slot.getInt(Integer.BYTES) == check(number, index, slot) ? length : 0;
  }

  private static int check(int number, int index, ByteBuffer slot) {
    int length = slot.getInt(0);
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(12).putInt(number).putInt(index).putInt(length).flip());
    crc.update(slot.slice(SlotPlan.HEAD_BYTES, length + SlotPlan.TAG_BYTES));
    return (int) crc.getValue();
  }

  private void prepare(int mode, int index, int length) throws GeneralSecurityException {
    ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(NONCE_BYTES - Integer.BYTES, index);
    cipher.init(mode, key, new GCMParameterSpec(SlotPlan.TAG_BYTES * Byte.SIZE, nonce.array()));
    cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
  }
}
