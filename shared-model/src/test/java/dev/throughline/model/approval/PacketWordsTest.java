package dev.throughline.model.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Sha256;
import org.junit.jupiter.api.Test;

class PacketWordsTest {
  @Test
  void thereIsAWordForEveryEightBitsAndNoneTwice() {
    assertThat(PacketWords.all()).hasSize(256).doesNotHaveDuplicates();
  }

  @Test
  void oneDigestHasOneSixOfThem() {
    String digest = Sha256.hex(new byte[] {1});
    assertThat(PacketWords.of(digest)).hasSize(6).isEqualTo(PacketWords.of(digest));
    assertThat(PacketWords.of(Sha256.hex(new byte[] {2}))).isNotEqualTo(PacketWords.of(digest));
    assertThat(PacketWords.of("0001feff0203")).first().isEqualTo(PacketWords.all().getFirst());
    assertThat(PacketWords.of("no digest")).isEmpty();
  }
}
