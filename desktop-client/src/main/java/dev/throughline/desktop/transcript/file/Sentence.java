package dev.throughline.desktop.transcript.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Everything this package says to people. Those with a code refuse the whole file and take its name
 * first; the others explain one line. The words are in {@code messages.properties}.
 */
enum Sentence {
  UNREADABLE("IMP-01"),
  TOO_LARGE("IMP-02"),
  EMPTY("IMP-03"),
  NOT_TEXT("IMP-04"),
  ENCODING("IMP-05"),
  TOO_MANY_TURNS("IMP-06"),
  HEADER_WRONG("IMP-07"),
  NOTHING_SOUND("IMP-08"),
  JSON_BROKEN("IMP-09"),
  JSON_SHAPE("IMP-10"),
  JSON_LIMIT("IMP-11"),
  DOCX_BROKEN("IMP-12"),
  DOCX_NOT_ONE("IMP-13"),
  DOCX_PROTECTED("IMP-14"),
  DOCX_OLD("IMP-15"),
  DOCX_MACROS("IMP-16"),
  DOCX_TOO_LARGE("IMP-17"),
  DOCX_DECLARES("IMP-18"),
  DOCX_TOO_LONG("IMP-19"),

  READ_AS_WINDOWS_1252(""),
  CONTROL_CHARACTERS(""),
  BROKEN_CHARACTERS(""),
  HEADER_MISSING(""),
  CUE_TIME(""),
  CUE_WITHOUT_WORDS(""),
  WORDS_WITHOUT_TIME(""),
  COMMENT(""),
  UNKNOWN_TAG(""),
  REPEATED_LINE(""),
  END_BEFORE_START(""),
  OUT_OF_ORDER(""),
  TURN_DIVIDED(""),
  SPEAKER_CUT(""),
  SPEAKER_WITHOUT_WORDS(""),
  TITLE_CUT(""),
  FRONT_MATTER(""),
  ITEM_SHAPE(""),
  ITEM_REPEATED_NAME(""),
  ITEM_WITHOUT_WORDS(""),
  OTHER_MEMBER(""),
  DOCX_OBJECTS(""),
  DOCX_NOTES(""),
  DOCX_HIDDEN(""),
  TABLE_HEADING(""),
  TABLE_COLUMN(""),
  NO_TURN(""),
  MORE_LEFT_OUT(""),
  UNTITLED("");

  private static final Properties TEMPLATES = load();

  private final String code;

  Sentence(String code) {
    this.code = code;
  }

  /** Empty for a sentence that explains one line. */
  String code() {
    return code;
  }

  String with(Object... details) {
    return String.format(Locale.ENGLISH, TEMPLATES.getProperty(key()), details);
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A missing or a superfluous sentence stops the program at its first import, so tests see it. */
  private static Properties load() {
    Properties templates = new Properties();
    try (InputStream in = Sentence.class.getResourceAsStream("messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties of the transcript files is missing");
      }
      templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Sentence sentence : values()) {
      if (!templates.containsKey(sentence.key())) {
        throw new IllegalStateException("messages.properties lacks " + sentence.key());
      }
    }
    if (templates.size() != values().length) {
      throw new IllegalStateException("messages.properties holds sentences nobody says");
    }
    return templates;
  }
}
