package dev.throughline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WireFormatTest {
  @Test
  void everyMessageComesBackFromBothEncodings() {
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      for (Encoding encoding : Encoding.values()) {
        assertReturns(sample, encoding);
      }
    }
  }

  private static <T> void assertReturns(WireSamples.Sample<T> sample, Encoding encoding) {
    byte[] bytes = sample.codec().encode(sample.message(), encoding);
    assertThat(sample.codec().decode(bytes, encoding)).isEqualTo(sample.message());
  }

  private static <T> byte[] bytes(WireSamples.Sample<T> sample, Encoding encoding) {
    return sample.codec().encode(sample.message(), encoding);
  }

  @Test
  void unknownMembersAreRefused() {
    String json = "{\"outcomes\":[],\"head\":1,\"extra\":2}";
    assertRefused(json, "unknown member");
  }

  @Test
  void missingMembersAreRefused() {
    assertRefused("{\"outcomes\":[]}", "lacks the member head");
  }

  @Test
  void duplicateMembersAreRefused() {
    assertRefused("{\"outcomes\":[],\"head\":1,\"head\":2}", "not a well-formed message");
  }

  @Test
  void negativeCountsAreRefused() {
    assertRefused("{\"outcomes\":[],\"head\":-1}", "must be 0 or more");
  }

  @Test
  void bytesAfterTheMessageAreRefused() {
    assertRefused("{\"outcomes\":[],\"head\":1} 1", "bytes after the message");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> WireFormat.VALUE.decode(utf8(deep), Encoding.JSON))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void loneSurrogatesAndNulAreRefused() {
    assertThatThrownBy(() -> WireFormat.VALUE.decode(utf8("\"a\\u0000b\""), Encoding.JSON))
        .isInstanceOf(MalformedMessage.class);
    assertThatThrownBy(() -> WireFormat.VALUE.decode(utf8("\"a\\ud800b\""), Encoding.JSON))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void aBombIsRefusedBeforeItIsHeld() {
    byte[] bomb = Compression.compress(new byte[64 << 20]);
    assertThatThrownBy(() -> Compression.decompress(bomb, 1 << 20))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void compressionReturnsTheSameBytes() {
    byte[] bytes = utf8("word ".repeat(1_000));
    assertThat(Compression.decompress(Compression.compress(bytes), bytes.length)).isEqualTo(bytes);
    assertThatThrownBy(
            () ->
                Compression.decompress(
                    Arrays.copyOf(Compression.compress(bytes), 12), bytes.length))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void mutatedMessagesAreReadOrRefusedButNeverCrash() {
    RandomGenerator random = new Random(7);
    for (WireSamples.Sample<?> sample : WireSamples.all()) {
      for (int run = 0; run < 3_000; run++) {
        Encoding encoding = run % 2 == 0 ? Encoding.CBOR : Encoding.JSON;
        byte[] bytes = bytes(sample, encoding);
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        readOrRefuse(sample, bytes, encoding);
      }
    }
  }

  private static void readOrRefuse(WireSamples.Sample<?> sample, byte[] bytes, Encoding encoding) {
    try {
      assertThat(sample.codec().decode(bytes, encoding)).isNotNull();
    } catch (MalformedMessage e) {
      assertThat(e).hasMessageNotContaining("meter photo");
    }
  }

  @Test
  void equalDecimalsAreEqualHoweverWritten() {
    Value a = WireFormat.VALUE.decode(utf8("1.50"), Encoding.JSON);
    assertThat(a).isEqualTo(WireFormat.VALUE.decode(utf8("1.5"), Encoding.JSON));
  }

  private static void assertRefused(String json, String why) {
    assertThatThrownBy(() -> WireFormat.PUSH_ANSWER.decode(utf8(json), Encoding.JSON))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageContaining(why);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
