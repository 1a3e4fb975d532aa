package dev.throughline.desktop.transcript.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file's text, or why there is none. */
sealed interface FileText {
  /** The text without byte order mark; the notes say how it was repaired. */
  record Decoded(String text, Notes notes) implements FileText {}

  record Unusable(Refusal refusal) implements FileText {}

  /**
   * UTF-8 unless a byte order mark says UTF-16. Bytes that are not UTF-8 are read as Windows-1252
   * when the file as a whole looks like it: many such bytes and hardly any UTF-8 beside them.
   * Otherwise the file is damaged, and guessing would spoil every accent in it, so it is refused.
   */
  static FileText of(FileBytes file) {
    if (file.startsWith(0, "\u00FF\u00FE")) {
      return decoded(file, 2, StandardCharsets.UTF_16LE, "UTF-16");
    }
    if (file.startsWith(0, "\u00FE\u00FF")) {
      return decoded(file, 2, StandardCharsets.UTF_16BE, "UTF-16");
    }
    int zero = file.firstZero();
    if (zero < file.length()) {
      String before = new String(file.bytes(), 0, zero, StandardCharsets.ISO_8859_1);
      return new Unusable(ForeignContent.binary(Lines.numberAt(before, zero)));
    }
    int start = file.startsWith(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
    return decoded(file, start, StandardCharsets.UTF_8, "UTF-8");
  }

  private static FileText decoded(FileBytes file, int start, Charset charset, String name) {
    Notes notes = new Notes();
    Charset used = charset;
    DecodeCheck check = DecodeCheck.of(file, start, charset);
    if (!check.isSound()) {
      if (start > 0 || !check.looksLikeWindows1252(file)) {
        int line = check.firstBadLine();
        return new Unusable(Refusal.of(line, Sentence.ENCODING, line, name));
      }
      used = Charset.forName("windows-1252");
      notes.add(check.firstBadLine(), Sentence.READ_AS_WINDOWS_1252);
    }
    String raw = new String(file.bytes(), start, file.length() - start, used);
    return ForeignContent.in(raw)
        .<FileText>map(Unusable::new)
        .orElseGet(() -> new Decoded(sound(raw, notes), notes));
  }

  private static String sound(String raw, Notes notes) {
    SoundText sound = SoundText.of(raw);
    if (sound.firstAt() >= 0) {
      notes.repaired(Lines.numberAt(raw, sound.firstAt()), sound);
    }
    return sound.text();
  }
}
