package dev.throughline.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.exchange.ExportReader.Bad;
import dev.throughline.desktop.exchange.ExportReader.End;
import dev.throughline.desktop.exchange.ExportReader.Found;
import dev.throughline.desktop.exchange.ExportReader.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTest {
  private static final String FIRST = "01900000-0000-7000-8000-000000000001";
  private static final String SECOND = "01900000-0000-7000-8000-000000000002";
  private static final String HEAD = ExportReader.HEAD + "\n";

  @TempDir Path folder;

  @Test
  void soundLinesAreFoundWithTheirNumbers() throws IOException {
    List<Step> steps = steps(HEAD + memo(FIRST) + ",\n" + memo(SECOND) + "\n]}\n");

    assertThat(steps)
        .containsExactly(
            new Found(2, memo(FIRST).length() + 1, ExportLine.parse(memo(FIRST))),
            new Found(3, memo(SECOND).length(), ExportLine.parse(memo(SECOND))),
            new End());
    assertThat(ExportLine.parse(memo(FIRST)).text()).isEqualTo(memo(FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "",
        "null",
        "{\"id\":\"x\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":0,\"fields\":{}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{},\"more\":1}",
        "{\"id\":\"ID\",\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"notes\":7}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"interview\":\"x\"}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"notes\":\"\\ud800\"}}",
        "{\"id\":\"ID\",\"kind\":\"interview\",\"trashed\":false,\"fields\":{\"date\":\"soon\"}}",
        "{\"id\":\"ID\",\"kind\":\"\",\"trashed\":false,\"fields\":{}}",
        "{\"id\":\"ID\",\"kind\":\"LONG\",\"trashed\":false,\"fields\":{}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"LONG\":1}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"x\":DEEP}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{\"x\":1e99}}",
        "{\"id\":\"ID\",\"kind\":\"memo\",\"trashed\":false,\"fields\":{MANY}}"
      })
  void aLineThatIsNoRecordIsBad(String broken) throws IOException {
    String line =
        broken
            .replace("ID", SECOND)
            .replace("LONG", "n".repeat(101))
            .replace("DEEP", "[".repeat(20) + "]".repeat(20))
            .replace(
                "MANY",
                IntStream.range(0, 65)
                    .mapToObj(i -> "\"f" + i + "\":1")
                    .collect(Collectors.joining(",")));

    assertThat(bad(HEAD + memo(FIRST) + ",\n" + line + "\n]}\n").number()).isEqualTo(3);
  }

  @Test
  void idsMustRise() throws IOException {
    assertThat(bad(HEAD + memo(FIRST) + ",\n" + memo(FIRST) + "\n]}\n").number()).isEqualTo(3);
    assertThat(bad(HEAD + memo(SECOND) + ",\n" + memo(FIRST) + "\n]}\n").number()).isEqualTo(3);
  }

  @Test
  void commasMustStandWhereTheyBelong() throws IOException {
    assertThat(bad(HEAD + memo(FIRST) + ",\n]}\n").number()).isEqualTo(3);
    assertThat(bad(HEAD + memo(FIRST) + "\n" + memo(SECOND) + "\n]}\n").number()).isEqualTo(3);
  }

  @Test
  void nothingMayStandBehindTheEnd() throws IOException {
    assertThat(bad(HEAD + "]}\n{}\n").number()).isEqualTo(3);
    assertThat(steps(HEAD + "]}")).containsExactly(new End());
  }

  @Test
  void aLineWithoutEndIsBadBeforeItIsReadWhole() throws IOException {
    assertThat(bad(HEAD + " ".repeat(20 << 20)).number()).isEqualTo(2);
    assertThat(bad(" ".repeat(20 << 20)).number()).isEqualTo(1);
  }

  private Bad bad(String text) throws IOException {
    List<Step> steps = steps(text);
    assertThat(steps.getLast()).isInstanceOf(Bad.class);
    return (Bad) steps.getLast();
  }

  private List<Step> steps(String text) throws IOException {
    List<Step> steps = new ArrayList<>();
    try (ExportReader in = new ExportReader(Files.writeString(folder.resolve("a.json"), text))) {
      do {
        steps.add(in.next());
      } while (steps.getLast() instanceof Found);
    }
    return steps;
  }

  private static String memo(String id) {
    return "{\"fields\":{\"notes\":\"täo\"},\"id\":\"%s\",\"kind\":\"memo\",\"trashed\":false}"
        .formatted(id);
  }
}
