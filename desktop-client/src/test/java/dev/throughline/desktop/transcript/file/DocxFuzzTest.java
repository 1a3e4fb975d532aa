package dev.throughline.desktop.transcript.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged Word documents from one seed: in the archive, and in the XML inside it. */
class DocxFuzzTest {
  private static final long SEED = 20_261_125;
  private static final int ROUNDS = 3_000;
  private static final String[] PIECES = {
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:del>",
    "</w:del>",
    "<w:br/>",
    "<w:tab/>",
    "<w:drawing/>",
    "<w:vanish/>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "0:0:0.0 --> 0:0:1.0",
    "&#55296;",
    "&lt;",
    "&x;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "Ada: ",
    "[00:00:01]",
    "#00:00:01#",
    "\t",
    "\u0007",
    "<!DOCTYPE a>"
  };

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void everyDamagedDocumentIsAnsweredWithinTheLimits() {
    List<byte[]> seeds = seeds();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size()));
      byte[] changed = random.nextBoolean() ? inArchive(bytes) : inXml(bytes);
      String story = "seed " + SEED + ", round " + round;
      TranscriptFuzzTest.checkOutcome(story, FileSamples.read("a.docx", changed));
    }
  }

  private static List<byte[]> seeds() {
    return List.of(
        DocxSamples.paragraphs("0:0:0.0 --> 0:0:3.120\nInes K.\nGood.", "Ben T.   1:02", "Yes."),
        DocxSamples.document(
            document -> {
              DocxSamples.bold(document, "Ada", " one");
              DocxSamples.bold(document, "Ada", "\ttwo #00:00:02#");
              DocxSamples.table(
                  document,
                  new String[] {"Time", "Speaker", "Text"},
                  new String[] {"0:03", "Ada", "x"});
            }));
  }

  private byte[] inArchive(byte[] bytes) {
    byte[] changed = bytes.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private byte[] inXml(byte[] bytes) {
    Map<String, byte[]> parts = DocxSamples.parts(bytes);
    String part = random.nextInt(8) == 0 ? "[Content_Types].xml" : DocxSamples.MAIN;
    StringBuilder xml = new StringBuilder(new String(parts.get(part), StandardCharsets.UTF_8));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = tagEnd(xml, random.nextInt(xml.length()));
      switch (random.nextInt(3)) {
        case 0 -> xml.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> xml.delete(at, tagEnd(xml, Math.min(xml.length() - 1, at + 1)));
        default -> xml.setLength(Math.max(1, at));
      }
    }
    parts.put(part, xml.toString().getBytes(StandardCharsets.UTF_8));
    return DocxSamples.zip(parts);
  }

  /** Between two tags, so that more of the damaged documents are still XML. */
  private static int tagEnd(StringBuilder xml, int from) {
    int end = xml.indexOf(">", from);
    return end < 0 ? xml.length() - 1 : end + 1;
  }
}
