package dev.throughline.model.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.signing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobManifestTest {
  private static final String PART = Sha256.hex(new byte[] {1});
  private static final String OTHER = Sha256.hex(new byte[] {2});

  @ParameterizedTest
  @CsvSource({"1, 1", "8388608, 1", "8388609, 2", "16777216, 2", "16777217, 3"})
  void partsFollowFromTheSize(long size, int parts) {
    BlobManifest manifest = new BlobManifest(size, Collections.nCopies(parts, PART));
    long sum = 0;
    for (int index = 0; index < parts; index++) {
      sum += manifest.length(index);
    }
    assertThat(sum).isEqualTo(size);
    assertThatThrownBy(() -> new BlobManifest(size, Collections.nCopies(parts + 1, PART)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlobManifest(size, Collections.nCopies(parts - 1, PART)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingHasNoPartAndStillAName() {
    assertThat(new BlobManifest(0, List.of()).id())
        .isEqualTo(Sha256.hex("throughline-blob-1\n0\n".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> new BlobManifest(-1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNameFollowsSizePartsAndTheirOrder() {
    long size = BlobManifest.PART_BYTES + 1L;
    String name = new BlobManifest(size, List.of(PART, OTHER)).id();
    assertThat(name)
        .isEqualTo(new BlobManifest(size, List.of(PART, OTHER)).id())
        .isNotEqualTo(new BlobManifest(size, List.of(OTHER, PART)).id())
        .isNotEqualTo(new BlobManifest(size + 1, List.of(PART, OTHER)).id());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "abc",
    "../../etc",
    "A000000000000000000000000000000000000000000000000000000000000000"
  })
  void whatIsNoDigestIsNoPart(String part) {
    assertThatThrownBy(() -> new BlobManifest(1, List.of(part)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBlobHasNoMorePartsThanAnObjectOfS3() {
    long size = (long) BlobManifest.PART_BYTES * (BlobManifest.PARTS_MAX + 1);
    assertThatThrownBy(
            () -> new BlobManifest(size, Collections.nCopies(BlobManifest.PARTS_MAX + 1, PART)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
