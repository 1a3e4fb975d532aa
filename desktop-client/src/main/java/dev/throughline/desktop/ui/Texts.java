package dev.throughline.desktop.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word the desktop shows, from {@code texts.properties}. Strict: a missing key or argument
 * throws and names the line to paste, so that a forgotten text never reaches a person.
 */
public final class Texts {
  private static final String FILE = "/dev/throughline/desktop/texts.properties";
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");
  private static final Properties ALL = load();
  private static volatile double longer;

  private Texts() {}

  /** Whether there is a text of that name: for words of values that newer versions may bring. */
  public static boolean has(String key) {
    return ALL.containsKey(key);
  }

  /** The text of a key; {@code {0}} to {@code {9}} stand for the arguments, numbers grouped. */
  public static String text(String key, Object... arguments) {
    var pattern = ALL.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("Add to texts.properties: " + key + "=…");
    }
    String text = SLOT.matcher(pattern).replaceAll(slot -> argument(key, slot, arguments));
    return longer == 0 ? text : text + filling(text.length(), longer);
  }

  /**
   * Makes every text from now on longer by a share of its length, as a language with longer words
   * would; 0 gives the texts as they are. For trials of the layout.
   */
  public static void lengthen(double share) {
    longer = share;
  }

  /** What makes so many letters longer by a share. */
  static String filling(int letters, double share) {
    StringBuilder filling = new StringBuilder();
    int wanted = (int) Math.ceil(letters * share);
    while (filling.length() < wanted) {
      filling.append(filling.length() % 7 == 0 ? ' ' : 'o');
    }
    return filling.toString();
  }

  /**
   * Counts in words: takes {@code key.one} for exactly one and {@code key.other} else; the count is
   * {@code {0}}, further arguments follow.
   */
  public static String count(String key, long count, Object... more) {
    var arguments = new Object[more.length + 1];
    arguments[0] = count;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return text(count == 1 ? key + ".one" : key + ".other", arguments);
  }

  /** A number as people read it: 18,204. */
  public static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.UK).format(value);
  }

  private static String argument(String key, MatchResult slot, Object[] arguments) {
    int index = Integer.parseInt(slot.group(1));
    if (index >= arguments.length) {
      throw new IllegalArgumentException(key + " needs an argument for {" + index + "}");
    }
    var value = arguments[index];
    var shown =
        value instanceof Long || value instanceof Integer
            ? number(((Number) value).longValue())
            : String.valueOf(value);
    return Matcher.quoteReplacement(shown);
  }

  private static Properties load() {
    var texts = new Properties();
    try (var bytes = Objects.requireNonNull(Texts.class.getResourceAsStream(FILE), FILE);
        var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
