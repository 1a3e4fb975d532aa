package dev.throughline.desktop.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Tells by their content which files are Word documents, and why one that looks so is none. */
sealed interface DocxPackage {
  /** A Word document; the part holds its text. */
  record Document(ZipParts parts, String part) implements DocxPackage {}

  /** No text, and no Word document that can be read. */
  record Foreign(Refusal refusal) implements DocxPackage {}

  String ENDING = ".docx";
  String TYPES = "[Content_Types].xml";
  String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  String MACROS = "application/vnd.ms-word.";

  /**
   * Empty for a file that is neither an archive nor an old Office file, nor called {@code docx}.
   */
  static Optional<DocxPackage> in(FileBytes file, String fileName) {
    if (file.startsWith(0, "\u00D0\u00CF\u0011\u00E0")) {
      return Optional.of(new Foreign(oldOffice(file)));
    }
    boolean isArchive =
        file.startsWith(0, "PK\u0003\u0004") || file.startsWith(0, "PK\u0005\u0006");
    boolean isCalledSo = fileName.toLowerCase(Locale.ROOT).endsWith(ENDING);
    if (!isArchive) {
      return isCalledSo && file.length() > 0
          ? Optional.of(new Foreign(Refusal.of(0, Sentence.DOCX_NOT_ONE)))
          : Optional.empty();
    }
    return Optional.of(archive(file, isCalledSo));
  }

  private static DocxPackage archive(FileBytes file, boolean isCalledSo) {
    Optional<ZipParts> parts = ZipParts.of(file);
    if (parts.isEmpty()) {
      return new Foreign(broken(isCalledSo));
    }
    if (!parts.get().has(TYPES)) {
      return new Foreign(Refusal.of(0, Sentence.NOT_TEXT, "a ZIP archive"));
    }
    try {
      return typed(parts.get());
    } catch (OfficeXml.Declared _) {
      return new Foreign(Refusal.of(0, Sentence.DOCX_DECLARES));
    } catch (ZipParts.TooLarge _) {
      return new Foreign(tooLarge());
    } catch (IOException | XMLStreamException _) {
      return new Foreign(broken(true));
    }
  }

  static Refusal tooLarge() {
    return Refusal.of(0, Sentence.DOCX_TOO_LARGE, ZipParts.PART_BYTES_MAX >> 20);
  }

  private static Refusal broken(boolean isCalledSo) {
    return isCalledSo
        ? Refusal.of(0, Sentence.DOCX_BROKEN)
        : Refusal.of(0, Sentence.NOT_TEXT, "a ZIP archive or an Office document");
  }

  /** The first part that the list of types calls the main part of a Word document. */
  private static DocxPackage typed(ZipParts parts) throws IOException, XMLStreamException {
    try (InputStream in = parts.open(TYPES)) {
      OfficeXml xml = new OfficeXml(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.name().equals("Override")) {
          String type = xml.attribute("ContentType");
          if (type.startsWith(MACROS) && type.contains("macroEnabled")) {
            return new Foreign(Refusal.of(0, Sentence.DOCX_MACROS));
          }
          if (type.equals(WORD + "document.main+xml") || type.equals(WORD + "template.main+xml")) {
            return document(parts, xml.attribute("PartName"));
          }
        }
      }
    }
    return new Foreign(Refusal.of(0, Sentence.NOT_TEXT, "an Office document that is no text"));
  }

  private static DocxPackage document(ZipParts parts, String name) {
    String part = name.startsWith("/") ? name.substring(1) : name;
    return parts.has(part)
        ? new Document(parts, part)
        : new Foreign(Refusal.of(0, Sentence.DOCX_BROKEN));
  }

  /** The names of streams stand in the directory of an old Office file as UTF-16. */
  private static Refusal oldOffice(FileBytes file) {
    if (holds(file, "EncryptedPackage")) {
      return Refusal.of(0, Sentence.DOCX_PROTECTED);
    }
    return holds(file, "WordDocument")
        ? Refusal.of(0, Sentence.DOCX_OLD)
        : Refusal.of(0, Sentence.NOT_TEXT, "an Office document");
  }

  private static boolean holds(FileBytes file, String name) {
    String wanted =
        new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    for (int at = 0; at <= file.length() - wanted.length(); at += 2) {
      if (file.startsWith(at, wanted)) {
        return true;
      }
    }
    return false;
  }
}
