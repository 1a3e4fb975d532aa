package dev.throughline.desktop.transcript;

import dev.throughline.desktop.transcript.file.TranscriptFile;
import dev.throughline.desktop.transcript.file.Turn;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The ids of one import: what was read makes the same ids on every try, so that a try that was cut
 * off is gone on with instead of being there twice. The turns of one transcript lie side by side.
 */
record ImportIds(RecordId transcript) {
  private static final long TURN_BITS = 0xFF_FFFF;

  /**
   * Derives them.
   *
   * @param from whose import it is and where it goes
   * @param attempt how many whole imports of the same are here already
   */
  static ImportIds of(String from, TranscriptFile.Read read, int attempt) {
    UUID id = Uuids.derived("import/" + from + "/" + digest(read) + "/" + attempt);
    return new ImportIds(
        new RecordId(
            new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~TURN_BITS)));
  }

  RecordId turn(int index) {
    UUID id = transcript.value();
    return new RecordId(
        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() | (index + 1)));
  }

  private static String digest(TranscriptFile.Read read) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, read.title());
      for (Turn turn : read.turns()) {
        add(digest, turn.speaker());
        add(digest, turn.startMillis() + " " + turn.endMillis());
        add(digest, turn.text());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
