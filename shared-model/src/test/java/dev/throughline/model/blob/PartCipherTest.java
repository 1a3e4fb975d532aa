package dev.throughline.model.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.RecordId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PartCipherTest {
  private static final RecordId RECORDING = RecordId.of("019a0000-0000-7000-8000-000000000001");
  private static final RecordId OTHER = RecordId.of("019a0000-0000-7000-8000-000000000002");

  private final byte[] secret = filled(32, 7);
  private final byte[] content = filled(1_000, 1);
  private final PartCipher cipher = PartCipher.of(secret, RECORDING, "original");

  @Test
  void theSamePartIsTheSameBytesAndOpens() {
    byte[] part = cipher.seal(3, content);
    assertThat(part).isEqualTo(PartCipher.of(secret, RECORDING, "original").seal(3, content));
    assertThat(part).hasSize(content.length + PartCipher.TAG_BYTES);
    assertThat(cipher.open(3, part)).hasValue(content);
  }

  @Test
  void aFullPartIsAsLongAsAPartOfAManifest() {
    assertThat(cipher.seal(0, new byte[PartCipher.CONTENT_BYTES])).hasSize(BlobManifest.PART_BYTES);
    assertThatThrownBy(() -> cipher.seal(0, new byte[PartCipher.CONTENT_BYTES + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingElseOpensIt() {
    byte[] part = cipher.seal(3, content);
    assertThat(cipher.open(4, part)).isEmpty();
    assertThat(PartCipher.of(secret, OTHER, "original").open(3, part)).isEmpty();
    assertThat(PartCipher.of(secret, RECORDING, "proxy").open(3, part)).isEmpty();
    assertThat(PartCipher.of(filled(32, 8), RECORDING, "original").open(3, part)).isEmpty();
    assertThat(cipher.open(3, Arrays.copyOf(part, 15))).isEmpty();
    for (int index = 0; index < part.length; index += 97) {
      byte[] changed = part.clone();
      changed[index] ^= 1;
      assertThat(cipher.open(3, changed)).isEmpty();
    }
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
