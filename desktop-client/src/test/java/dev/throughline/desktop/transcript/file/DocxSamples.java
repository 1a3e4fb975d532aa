package dev.throughline.desktop.transcript.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Word documents made by POI, and ways to change what is inside them. */
final class DocxSamples {
  static final String MAIN = "word/document.xml";

  private DocxSamples() {}

  static byte[] document(Consumer<XWPFDocument> fill) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      fill.accept(document);
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One paragraph each; a line feed is a soft break. */
  static byte[] paragraphs(String... texts) {
    return document(
        document -> {
          for (String text : texts) {
            add(document.createParagraph().createRun(), text);
          }
        });
  }

  /** A paragraph whose first words are bold. */
  static XWPFParagraph bold(XWPFDocument document, String bold, String rest) {
    XWPFParagraph paragraph = document.createParagraph();
    XWPFRun lead = paragraph.createRun();
    lead.setBold(true);
    add(lead, bold);
    add(paragraph.createRun(), rest);
    return paragraph;
  }

  static void table(XWPFDocument document, String[]... rows) {
    XWPFTable table = document.createTable(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        XWPFParagraph paragraph = table.getRow(row).getCell(column).getParagraphs().getFirst();
        add(paragraph.createRun(), rows[row][column]);
      }
    }
  }

  private static void add(XWPFRun run, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      String[] pieces = lines[i].split("\t", -1);
      for (int j = 0; j < pieces.length; j++) {
        if (j > 0) {
          run.addTab();
        }
        run.setText(pieces[j], run.getCTR().sizeOfTArray());
      }
    }
  }

  /** A document whose body is this XML, in the prefix {@code w}. */
  static byte[] body(String xml) {
    return withMain(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\""
            + "http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + xml
            + "</w:body></w:document>");
  }

  /** A document whose main part is this text. */
  static byte[] withMain(String xml) {
    Map<String, byte[]> parts = parts(paragraphs("x"));
    parts.put(MAIN, xml.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  static Map<String, byte[]> parts(byte[] zip) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
