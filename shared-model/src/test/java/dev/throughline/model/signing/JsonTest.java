package dev.throughline.model.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  /** A strict reader may accept these; two readers could think differently of them. */
  private static final Set<String> REFUSED_ON_PURPOSE =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  private static Json.Parsed parse(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String canonical(String text) {
    return parse(text) instanceof Json.Parsed.Read(Json json)
        ? new String(json.canonical(), StandardCharsets.UTF_8)
        : "refused";
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Vectors.at(folder))) {
      return files.sorted().toList();
    }
  }

  @Test
  void publishedFilesAreReadAndRefusedAsTheySay() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Path file : files("json-parsing")) {
      String name = file.getFileName().toString();
      boolean isRead = Json.parse(Files.readAllBytes(file)) instanceof Json.Parsed.Read;
      boolean wanted = name.startsWith("y_") && !REFUSED_ON_PURPOSE.contains(name);
      if (!name.startsWith("i_") && isRead != wanted) {
        wrong.add(name);
      }
      count++;
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(300);
  }

  @Test
  void publishedDocumentsAreWrittenByteForByteAsTheySay() throws IOException {
    int count = 0;
    for (Path input : files("jcs/input")) {
      String name = input.getFileName().toString();
      byte[] output = Files.readAllBytes(Vectors.at("jcs/output").resolve(name));
      String hex =
          Files.readString(Vectors.at("jcs/outhex").resolve(name.replace(".json", ".txt")))
              .replaceAll("\\s", "");
      assertThat(Json.parse(Files.readAllBytes(input)))
          .as(name)
          .isInstanceOfSatisfying(
              Json.Parsed.Read.class,
              read -> {
                assertThat(read.json().canonical()).isEqualTo(output);
                assertThat(HexFormat.of().formatHex(read.json().canonical())).isEqualTo(hex);
              });
      count++;
    }
    assertThat(count).isEqualTo(6);
  }

  /** RFC 8785, appendix B: the bits of a double, and how it is written. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "ffefffffffffffff,-1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "41b3de4355555556,333333333.3333334",
    "41b3de4355555557,333333333.33333343",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void numbersAreWrittenAsEcmaScriptWritesThem(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.number(value)).isEqualTo(expected);
  }

  @Test
  void everyNumberComesBackAsTheSameDouble() {
    Random dice = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(dice.nextLong());
      if (Double.isFinite(value)) {
        String written = CanonicalJson.number(value);
        assertThat(Double.parseDouble(written)).isEqualTo(value);
        assertThat(written).doesNotContain("E").doesNotStartWith(".");
      }
    }
    assertThat(CanonicalJson.number(9.9E-324)).isEqualTo("1e-323");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740992",
        "-9007199254740992",
        "1e400",
        "\"\\ud800\"",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "\ufeff{}",
        "01",
        "-01",
        "1.",
        "[1,]",
        "nul",
        "{} {}",
        ""
      })
  void whatTwoReadersCouldReadDifferentlyIsRefused(String text) {
    assertThat(parse(text)).isInstanceOf(Json.Parsed.Malformed.class);
  }

  @Test
  void deepLongAndBrokenBytesAreRefused() {
    assertThat(parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Parsed.Read.class);
    assertThat(parse("[".repeat(65) + "]".repeat(65))).isInstanceOf(Json.Parsed.Malformed.class);
    assertThat(parse("[".repeat(100_000))).isInstanceOf(Json.Parsed.Malformed.class);
    assertThat(Json.parse(new byte[Json.BYTES_MAX + 1])).isInstanceOf(Json.Parsed.Malformed.class);
    assertThat(Json.parse(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
        .isInstanceOf(Json.Parsed.Malformed.class);
    assertThat(Json.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
        .isInstanceOf(Json.Parsed.Malformed.class);
  }

  @Test
  void canonicalFormIsItsOwn() {
    String once = canonical(" { \"b\" : [ 1.50 , true , null ] , \"a\" : \"\\u0001\\/\" } ");
    assertThat(once).isEqualTo("{\"a\":\"\\u0001/\",\"b\":[1.5,true,null]}");
    assertThat(canonical(once)).isEqualTo(once);
    assertThat(canonical("{ }")).isEqualTo("{}");
    assertThat(canonical("[ ]")).isEqualTo("[]");
  }
}
