package dev.throughline.desktop.transcript.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class HostileDocxTest {
  private static final String OPEN =
      "<w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

  private static TranscriptFile.Refused refused(String name, byte[] bytes) {
    TranscriptFile.Refused refused = FileSamples.refused(FileSamples.read(name, bytes));
    assertThat(refused.sentence())
        .startsWith("“" + name + "” was not imported. ")
        .contains("Everything you have is unchanged.");
    return refused;
  }

  private static String code(byte[] bytes) {
    return refused("a.docx", bytes).code();
  }

  @Test
  void aTruncatedDocumentIsRefusedWhereverItWasCut() {
    byte[] whole = DocxSamples.paragraphs("Ada: one", "Ben: two");
    for (int length = 4; length < whole.length; length += 7) {
      assertThat(code(Arrays.copyOf(whole, length))).as("%d", length).isEqualTo("IMP-12");
    }
  }

  @Test
  void textCalledADocumentIsRefused() {
    assertThat(code("Ada: one".getBytes(StandardCharsets.UTF_8))).isEqualTo("IMP-13");
    assertThat(refused("a.DOCX", new byte[] {1, 2, 0}).code()).isEqualTo("IMP-13");
    assertThat(code(new byte[0])).isEqualTo("IMP-03");
  }

  @Test
  void documentsOfOldWordAndEncryptedOnesAreToldApart() throws IOException {
    assertThat(refused("a.doc", oldOffice("WordDocument")).code()).isEqualTo("IMP-15");
    assertThat(code(oldOffice("EncryptedPackage"))).isEqualTo("IMP-14");
    assertThat(refused("a.xls", oldOffice("Workbook")).code()).isEqualTo("IMP-04");
  }

  private static byte[] oldOffice(String stream) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  void documentsWithMacrosAreRefused() {
    Map<String, byte[]> parts = DocxSamples.parts(DocxSamples.paragraphs("Ada: one"));
    String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
    String changed =
        types.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml");
    assertThat(changed).isNotEqualTo(types);
    parts.put("[Content_Types].xml", changed.getBytes(StandardCharsets.UTF_8));

    assertThat(refused("a.docm", DocxSamples.zip(parts)).code()).isEqualTo("IMP-16");
  }

  @Test
  void otherArchivesAreNamed() {
    byte[] zip = DocxSamples.zip(Map.of("a.txt", new byte[] {'x'}));

    assertThat(refused("a.zip", zip).sentence()).contains("a ZIP archive");
    assertThat(code(zip)).isEqualTo("IMP-04");
  }

  @Test
  void entitiesAreRefusedUnread() {
    String bomb =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + OPEN
            + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    String outside =
        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
            + OPEN
            + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";
    String types = "<!DOCTYPE t SYSTEM \"http://localhost:1/t.dtd\"><Types/>";

    assertThat(code(DocxSamples.withMain(bomb))).isEqualTo("IMP-18");
    assertThat(code(DocxSamples.withMain(outside))).isEqualTo("IMP-18");
    assertThat(
            code(
                DocxSamples.zip(
                    Map.of("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo("IMP-18");
  }

  @Test
  void brokenXmlIsRefusedWhole() {
    assertThat(code(DocxSamples.withMain(OPEN + "<w:p><w:r><w:t>Ada: one</w:t></w:r></w:p>")))
        .isEqualTo("IMP-12");
    assertThat(code(DocxSamples.withMain(""))).isEqualTo("IMP-12");
    assertThat(code(DocxSamples.body("<w:tbl>".repeat(500) + "</w:tbl>".repeat(500))))
        .isEqualTo("IMP-12");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    assertThat(code(blown("<w:p/>", 80 << 20))).isEqualTo("IMP-17");
    assertThat(code(blown("x".repeat(1 << 16), 80 << 20))).isEqualTo("IMP-17");
  }

  @Test
  void moreTextThanAnybodySaysIsRefused() throws IOException {
    String paragraph = "<w:p><w:r><w:t>" + "word ".repeat(2_000) + "</w:t></w:r></w:p>";

    assertThat(code(blown(paragraph, 20 << 20))).isEqualTo("IMP-19");
  }

  /** A document that repeats something until it is so large unpacked. */
  private static byte[] blown(String piece, long bytesInAll) throws IOException {
    Map<String, byte[]> parts = DocxSamples.parts(DocxSamples.paragraphs("x"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().equals(DocxSamples.MAIN)) {
          out.write(OPEN.getBytes(StandardCharsets.UTF_8));
          byte[] repeated = piece.getBytes(StandardCharsets.UTF_8);
          for (long written = 0; written < bytesInAll; written += repeated.length) {
            out.write(repeated);
          }
          out.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        } else {
          out.write(part.getValue());
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void hugeTablesAndEmptyParagraphsAreRead() {
    String rows = "<w:tr><w:tc><w:p/></w:tc></w:tr>".repeat(20_000);
    String cells = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>".repeat(20_000);

    TranscriptFile.Read read =
        FileSamples.sound(
            FileSamples.read(
                "a.docx",
                DocxSamples.body(
                    "<w:p/>".repeat(100_000)
                        + "<w:tbl>"
                        + rows
                        + "<w:tr>"
                        + cells
                        + "</w:tr></w:tbl>")));

    assertThat(read.turns()).hasSize(1);
    assertThat(read.turns().getFirst().text()).hasSize(2 * 20_000 - 1);
  }

  @Test
  void aParagraphOfManyLinesTakesNoLongerThanManyParagraphs() {
    TranscriptFile.Read read =
        FileSamples.sound(
            FileSamples.read(
                "a.docx",
                DocxSamples.body(
                    "<w:p><w:r>" + "<w:t>x</w:t><w:br/>".repeat(200_000) + "</w:r></w:p>")));

    assertThat(read.turns()).hasSize(4);
  }

  @Test
  void cancellingStopsBetweenParts() {
    ReadProgress stopped =
        new ReadProgress() {
          private int asked;

          @Override
          public void bytesRead(long bytes, long bytesInAll) {}

          @Override
          public boolean isCancelled() {
            return asked++ > 3;
          }
        };
    byte[] bytes = DocxSamples.body("<w:p><w:r><w:t>A: x</w:t></w:r></w:p>".repeat(100_000));

    assertThat(
            TranscriptFiles.read(
                "a.docx", new java.io.ByteArrayInputStream(bytes), bytes.length, stopped))
        .isInstanceOf(TranscriptFile.Cancelled.class);
  }
}
