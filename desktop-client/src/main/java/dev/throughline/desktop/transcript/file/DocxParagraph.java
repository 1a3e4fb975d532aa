package dev.throughline.desktop.transcript.file;

import java.util.Locale;

/** One paragraph of a Word document while it is read. */
final class DocxParagraph {
  private final StringBuilder text = new StringBuilder();
  private int number;
  private int boldLength;
  private String style = "";
  private boolean isBold;
  private boolean isHidden;
  private boolean goesOn;

  /** Begins anew, unless the end of the paragraph before was deleted. */
  void begin(int paragraphNumber) {
    if (!goesOn) {
      clear();
      number = paragraphNumber;
    }
    goesOn = false;
  }

  void clear() {
    text.setLength(0);
    boldLength = 0;
    style = "";
    goesOn = false;
  }

  /** The mark at its end was deleted, so the next paragraph belongs to it. */
  void goOn() {
    goesOn = true;
  }

  boolean goesOn() {
    return goesOn;
  }

  void style(String name) {
    style = name.toLowerCase(Locale.ROOT);
  }

  boolean isTitle() {
    return style.equals("title");
  }

  void beginRun() {
    isBold = false;
    isHidden = false;
  }

  void bold(boolean bold) {
    isBold = bold;
  }

  void hidden(boolean hidden) {
    isHidden = hidden;
  }

  boolean isHidden() {
    return isHidden;
  }

  void add(String words) {
    boolean leads = isBold && boldLength == text.length();
    text.append(words);
    boldLength = leads ? text.length() : boldLength;
  }

  int number() {
    return number;
  }

  int boldLength() {
    return boldLength;
  }

  String text() {
    return text.toString();
  }
}
