package dev.throughline.desktop.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the text of a Word document as it stands with all changes accepted: what was deleted or
 * moved away is no text, fields and links are the words they show. What has no words to show is
 * left out and tallied.
 */
final class DocxBody {
  /** Ten hours of talk have less than two million characters. */
  static final int TEXT_LENGTH_MAX = 16 << 20;

  private static final int EVENTS_BETWEEN_CANCEL_CHECKS = 4_096;

  /** Deleted text, the code of fields, properties as they were, second forms of the same. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "del",
          "moveFrom",
          "delText",
          "instrText",
          "delInstrText",
          "rPrChange",
          "pPrChange",
          "tblPrChange",
          "trPrChange",
          "tcPrChange",
          "sectPr",
          "tabs",
          "Fallback");

  private static final Set<String> OBJECTS =
      Set.of(
          "drawing",
          "pict",
          "object",
          "txbxContent",
          "oMath",
          "oMathPara",
          "sym",
          "altChunk",
          "subDoc",
          "rt");

  private static final Set<String> REFERENCES =
      Set.of("footnoteReference", "endnoteReference", "commentReference");

  private final Reading reading;
  private final List<DocxItem> items = new ArrayList<>();
  private final DocxTables tables = new DocxTables(items);
  private final DocxParagraph paragraph = new DocxParagraph();
  private int number;
  private int length;
  private boolean isInRun;
  private boolean isInText;
  private boolean isInParagraphProperties;

  private DocxBody(Reading reading) {
    this.reading = reading;
  }

  /** What the document holds; whatever stops the reading is told to {@code reading}. */
  static List<DocxItem> read(InputStream in, Reading reading)
      throws IOException, XMLStreamException {
    DocxBody body = new DocxBody(reading);
    body.read(new OfficeXml(in));
    return body.items;
  }

  private void read(OfficeXml xml) throws XMLStreamException {
    long events = 0;
    boolean isOpen = true;
    while (isOpen && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.name());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (isInText) {
            add(xml.text());
          }
        }
        default -> {}
      }
      events++;
      isOpen = events % EVENTS_BETWEEN_CANCEL_CHECKS != 0 || reading.isOpen();
    }
  }

  private void begin(OfficeXml xml) throws XMLStreamException {
    String name = xml.name();
    if (name.equals("del") && isInParagraphProperties) {
      paragraph.goOn();
    }
    if (NO_TEXT.contains(name)) {
      xml.skip();
    } else if (OBJECTS.contains(name)) {
      reading.notes().tally(Math.max(1, number), Sentence.DOCX_OBJECTS, 1);
      xml.skip();
    } else if (REFERENCES.contains(name)) {
      reading.notes().tally(Math.max(1, number), Sentence.DOCX_NOTES, 1);
    } else if (isInRun) {
      inRun(xml, name);
    } else {
      outsideRun(xml, name);
    }
  }

  private void outsideRun(OfficeXml xml, String name) {
    switch (name) {
      case "p" -> {
        number++;
        paragraph.begin(number);
      }
      case "pPr" -> isInParagraphProperties = true;
      case "pStyle" -> paragraph.style(xml.attribute("val"));
      case "r" -> {
        isInRun = true;
        paragraph.beginRun();
      }
      case "tbl" -> tables.beginTable();
      case "tr" -> tables.beginRow(number + 1);
      case "tc" -> tables.beginCell();
      default -> {}
    }
  }

  private void inRun(OfficeXml xml, String name) {
    switch (name) {
      case "b" -> paragraph.bold(isOn(xml.attribute("val")));
      case "rStyle" -> paragraph.bold(xml.attribute("val").equals("Strong"));
      case "vanish" -> paragraph.hidden(isOn(xml.attribute("val")));
      case "t" -> isInText = true;
      case "tab", "ptab" -> add("\t");
      case "br", "cr" -> add("\n");
      case "noBreakHyphen" -> add("-");
      default -> {}
    }
  }

  private static boolean isOn(String value) {
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  private void end(String name) {
    switch (name) {
      case "t" -> isInText = false;
      case "r" -> isInRun = false;
      case "pPr" -> isInParagraphProperties = false;
      case "p" -> endParagraph();
      case "tc" -> {
        finishGoingOn();
        tables.endCell();
      }
      case "tr" -> tables.endRow();
      case "tbl" -> tables.endTable();
      case "body" -> finishGoingOn();
      default -> {}
    }
  }

  private void add(String words) {
    if (paragraph.isHidden()) {
      reading.notes().tally(Math.max(1, number), Sentence.DOCX_HIDDEN, words.length());
      return;
    }
    length += words.length();
    if (length > TEXT_LENGTH_MAX) {
      reading.refuse(Refusal.of(number, Sentence.DOCX_TOO_LONG, TEXT_LENGTH_MAX >> 20));
      return;
    }
    paragraph.add(words);
  }

  private void endParagraph() {
    if (!paragraph.goesOn()) {
      finishParagraph();
    }
  }

  /** There is no next paragraph here that it could go on in. */
  private void finishGoingOn() {
    if (paragraph.goesOn()) {
      finishParagraph();
      paragraph.clear();
    }
  }

  private void finishParagraph() {
    String text = paragraph.text();
    if (text.isBlank()) {
      return;
    }
    if (tables.isInCell()) {
      tables.add(text.strip());
    } else if (paragraph.isTitle()) {
      items.add(new DocxItem.Title(paragraph.number(), text));
    } else {
      lines(text);
    }
  }

  private void lines(String text) {
    int inkEnd = text.stripTrailing().length();
    int from = 0;
    while (from < inkEnd) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = text.substring(from, end);
      if (!line.isBlank()) {
        int bold = Math.clamp(paragraph.boldLength() - (long) from, 0, line.length());
        items.add(new DocxItem.Line(paragraph.number(), line, bold, end >= inkEnd));
      }
      from = end + 1;
    }
  }
}
