package dev.throughline.desktop.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a Word document as running text, see {@link Paragraphs}, where a paragraph ends a turn.
 * What Word adds to it: a name that opens paragraphs in bold or before a tab speaks what follows;
 * captions of meetings have their time and speaker on lines above the words; rows of tables are
 * turns, see {@link DocxRows}.
 */
final class DocxReader {
  /** A bold name without a colon may be a heading; standing before words twice it is a speaker. */
  private static final int LEADS_MIN = 2;

  private final DocxPackage.Document document;
  private final Reading reading;
  private final Paragraphs paragraphs;

  DocxReader(DocxPackage.Document document, Reading reading) {
    this.document = document;
    this.reading = reading;
    this.paragraphs = new Paragraphs(reading);
  }

  void read() {
    try (InputStream in = document.parts().open(document.part())) {
      turns(DocxBody.read(in, reading));
    } catch (OfficeXml.Declared _) {
      reading.refuse(Refusal.of(0, Sentence.DOCX_DECLARES));
    } catch (ZipParts.TooLarge _) {
      reading.refuse(DocxPackage.tooLarge());
    } catch (IOException | XMLStreamException e) {
      reading.refuse(isTooLarge(e) ? DocxPackage.tooLarge() : Refusal.of(0, Sentence.DOCX_BROKEN));
    }
  }

  /** The parser wraps what its input throws. */
  private static boolean isTooLarge(Exception e) {
    return e instanceof XMLStreamException wrapper
        && wrapper.getNestedException() instanceof ZipParts.TooLarge;
  }

  private void turns(List<DocxItem> items) {
    Map<String, Integer> leads = leads(items);
    DocxRows rows = new DocxRows(reading);
    for (int i = 0; i < items.size() && reading.isOpen(); i++) {
      switch (items.get(i)) {
        case DocxItem.Title title -> title(title);
        case DocxItem.Row row -> {
          paragraphs.end();
          rows.add(row);
        }
        case DocxItem.Line line -> i += lines(items, i, line, leads);
      }
    }
    paragraphs.end();
  }

  private void title(DocxItem.Title title) {
    paragraphs.end();
    if (reading.hasTitle()) {
      paragraphs.verbatim(title.number(), title.text().strip());
      paragraphs.end();
    } else {
      reading.title(title.number(), title.text());
    }
  }

  /** Takes a line; answers how many lines below it belong to it and are taken too. */
  private int lines(List<DocxItem> items, int at, DocxItem.Line line, Map<String, Integer> leads) {
    Optional<String> name = nameBelowTime(items, at);
    String shown =
        name.map(speaker -> "[" + line.text().strip() + "] " + speaker + ":")
            .orElseGet(() -> marked(line, leads));
    int taken = name.isPresent() ? 1 : 0;
    boolean isLast = name.isEmpty() && line.isLast();
    paragraphs.line(line.number(), shown, text(items, at + taken + 1));
    if (isLast) {
      paragraphs.line(line.number(), "", "");
    }
    return taken;
  }

  /** {@code 0:0:0.0 --> 0:0:3.1}, below it a name, below that words. */
  private static Optional<String> nameBelowTime(List<DocxItem> items, int at) {
    Optional<TimeMark> time = TimeMark.leading(text(items, at).strip());
    String below = text(items, at + 1).strip();
    boolean isTimeAlone =
        time.filter(found -> found.end().isPresent() && found.rest().isEmpty()).isPresent();
    return isTimeAlone && SpeakerMark.isName(below) && !text(items, at + 2).isEmpty()
        ? Optional.of(below)
        : Optional.empty();
  }

  private static String text(List<DocxItem> items, int at) {
    return at < items.size() && items.get(at) instanceof DocxItem.Line line ? line.text() : "";
  }

  /** The line with its speaker marked as plain text marks one. */
  private static String marked(DocxItem.Line line, Map<String, Integer> leads) {
    String bold = bold(line);
    if (!bold.isEmpty() && leads.getOrDefault(bold, 0) >= LEADS_MIN) {
      String rest = line.text().substring(line.boldLength()).strip();
      return TimeMark.leading(rest).or(() -> TimeMark.alone(rest)).isPresent()
          ? bold + " " + rest
          : bold + ": " + rest;
    }
    return tabbed(line.text());
  }

  /** {@code time TAB name TAB words} and {@code name TAB words}, as transcribers lay out pages. */
  private static String tabbed(String text) {
    String rest = text.strip();
    String first = beforeTab(rest);
    String time = "";
    if (!first.isEmpty() && TimeMark.alone(first).isPresent()) {
      time = "[" + first + "] ";
      rest = rest.substring(first.length()).strip();
    }
    String name = beforeTab(rest);
    return SpeakerMark.isName(name)
        ? time + name + ": " + rest.substring(name.length()).strip()
        : time + rest;
  }

  private static String beforeTab(String text) {
    int tab = text.indexOf('\t');
    return tab < 0 ? "" : text.substring(0, tab).strip();
  }

  private static Map<String, Integer> leads(List<DocxItem> items) {
    Map<String, Integer> leads = new HashMap<>();
    for (DocxItem item : items) {
      if (item instanceof DocxItem.Line line && !bold(line).isEmpty()) {
        leads.merge(bold(line), 1, Integer::sum);
      }
    }
    return leads;
  }

  /** The name a line begins with in bold; empty when it has none, or marks it with a colon. */
  private static String bold(DocxItem.Line line) {
    String bold = line.text().substring(0, line.boldLength()).strip();
    String rest = line.text().substring(line.boldLength()).strip();
    return SpeakerMark.isName(bold) && !rest.startsWith(":") ? bold : "";
  }
}
