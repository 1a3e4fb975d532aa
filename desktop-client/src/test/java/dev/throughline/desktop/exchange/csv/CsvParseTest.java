package dev.throughline.desktop.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.exchange.csv.CsvSheet.Fault;
import dev.throughline.desktop.exchange.csv.CsvSheet.Row;
import dev.throughline.desktop.exchange.csv.CsvSheet.Rows;
import dev.throughline.desktop.exchange.csv.CsvSheet.Trouble;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvParseTest {
  private static CsvSheet parse(String text) {
    return CsvParse.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void delimitersLineEndsAndMarksMakeNoDifference(String delimiter) {
    Rows expected =
        new Rows(
            List.of("title", "date"),
            List.of(new Row(2, List.of("a, b; c", "2026-11-03")), new Row(4, List.of("é", ""))));
    String text = "title|date\n\"a, b; c\"|2026-11-03\n|\né|\n".replace("|", delimiter);

    assertThat(parse(text)).isEqualTo(expected);
    assertThat(parse("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(parse(text.stripTrailing() + (delimiter.isBlank() ? delimiter : "")))
        .isEqualTo(expected);
  }

  @Test
  void cellsMayHoldQuotesAndLines() {
    assertThat(parse("title,notes\r\n\"say \"\"no\"\"\",\"one\r\ntwo\n\nthree\"\r\nb,c\r\n"))
        .isEqualTo(
            new Rows(
                List.of("title", "notes"),
                List.of(
                    new Row(2, List.of("say \"no\"", "one\r\ntwo\n\nthree")),
                    new Row(6, List.of("b", "c")))));
  }

  @Test
  void whatSpreadsheetsOnWindowsWriteIsRead() {
    Rows rows = new Rows(List.of("title"), List.of(new Row(2, List.of("Gespräch “x”"))));
    String text = "title\r\nGespräch “x”\r\n";

    assertThat(CsvParse.of(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(rows);
    assertThat(CsvParse.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(rows);
    assertThat(CsvParse.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(rows);
  }

  @Test
  void faultsNameLineAndColumn() {
    assertThat(parse("title,date\na,\"b\nc\nd")).isEqualTo(new Fault(2, 2, Trouble.QUOTE_OPEN));
    assertThat(parse("title,date\n\"x\ny\",\"b\"c,d\n"))
        .isEqualTo(new Fault(3, 2, Trouble.QUOTE_BEHIND));
    assertThat(parse(" \n\n")).isEqualTo(new Fault(1, 0, Trouble.EMPTY));
    assertThat(parse(",,\n")).isEqualTo(new Fault(1, 0, Trouble.EMPTY));
    assertThat(parse("a\nb\0")).isEqualTo(new Fault(2, 0, Trouble.BINARY));
    assertThat(CsvParse.of("title\n\u00C3\u00A9 \u00E9".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new Fault(2, 0, Trouble.ENCODING));
  }

  @Test
  void thereAreLimits() {
    assertThat(parse("title\n" + "a\n".repeat(CsvParse.ROWS_MAX + 1)))
        .isEqualTo(new Fault(CsvParse.ROWS_MAX + 2, 0, Trouble.TOO_MANY_ROWS));
    assertThat(parse("title\n" + "a,".repeat(CsvParse.COLUMNS_MAX + 1)))
        .isEqualTo(new Fault(2, CsvParse.COLUMNS_MAX + 1, Trouble.TOO_MANY_COLUMNS));
  }

  @Test
  void whateverAFileHoldsIsAnswered() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_125);
    for (int round = 0; round < 4_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append("\"\",;\t\n\r a'=\uFEFF\u00E9".charAt(random.nextInt(13)));
      }
      switch (parse(text.toString())) {
        case Fault(int line, int column, Trouble _) ->
            assertThat(line > 0 && column >= 0).as("round %d", round).isTrue();
        case Rows(var headings, var rows) -> {
          assertThat(headings).as("round %d", round).isNotEmpty();
          assertThat(rows).allMatch(row -> row.line() > 1);
        }
      }
    }
  }
}
