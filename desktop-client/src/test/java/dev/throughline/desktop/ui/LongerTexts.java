package dev.throughline.desktop.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Makes the program's own words longer by two fifths where they stand, as a language with longer
 * words would, looks for what is cut then, and puts them back. What people wrote stays as it is.
 * Only on the JavaFX thread.
 */
public final class LongerTexts {
  private static final double SHARE = 0.4;

  /** Fewer letters beside what is put in say nothing about a language. */
  private static final int LETTERS_MIN = 3;

  private static final Pattern SLOT = Pattern.compile("\\{\\d}");
  private static final Map<String, Integer> FIXED = new HashMap<>();
  private static final Map<Pattern, Integer> PATTERNS = new HashMap<>();
  private static final Map<String, Integer> LETTERS = new HashMap<>();

  static {
    for (String text : all()) {
      int letters =
          (int) SLOT.matcher(text).replaceAll("").chars().filter(Character::isLetter).count();
      if (letters >= LETTERS_MIN) {
        if (SLOT.matcher(text).find()) {
          PATTERNS.put(pattern(text), letters);
        } else {
          FIXED.put(text, letters);
        }
      }
    }
  }

  /**
   * @param width asked for by the box a choice stands in, which is as wide as the longest
   */
  private record Word(Labeled where, String text, Optional<ComboBoxBase<?>> box, double width) {
    void lengthen() {
      String longer = text + Texts.filling(letters(text), SHARE);
      where.setText(longer);
      double more = width(longer) - width(text);
      box.ifPresent(its -> its.setPrefWidth(its.getWidth() + more));
    }

    private double width(String words) {
      Text measure = new Text(words);
      measure.setFont(where.getFont());
      return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    void restore() {
      where.setText(text);
      box.ifPresent(its -> its.setPrefWidth(width));
    }
  }

  private LongerTexts() {}

  /** What is cut or outside the window with longer words; the words are as before afterwards. */
  public static List<String> findings(Scene scene, Node part) {
    List<Word> words = new ArrayList<>();
    collect(part, words);
    try {
      words.forEach(Word::lengthen);
      lay(scene);
      return ContrastWalk.cut(scene, part).stream().map(found -> "longer words: " + found).toList();
    } finally {
      words.forEach(Word::restore);
      lay(scene);
    }
  }

  /** Twice: what folds or narrows when it has no room asks for another pass. */
  private static void lay(Scene scene) {
    for (int i = 0; i < 2; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static void collect(Node node, List<Word> words) {
    // A column is as wide as its head when the table is made: EveryScreenTest makes them so.
    if (!node.isVisible() || node instanceof TableColumnHeader) {
      return;
    }
    if (node instanceof Labeled labeled
        && !labeled.textProperty().isBound()
        && labeled.getText() != null
        && letters(labeled.getText()) > 0
        && !isChoiceToldWhole(labeled)) {
      Optional<ComboBoxBase<?>> box =
          labeled.getParent() instanceof ComboBoxBase<?> its ? Optional.of(its) : Optional.empty();
      words.add(
          new Word(labeled, labeled.getText(), box, box.map(Region::getPrefWidth).orElse(-1.0)));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
  }

  private static boolean isChoiceToldWhole(Labeled labeled) {
    return labeled.getParent() instanceof ComboBoxBase<?> box
        && Hint.of(box).filter(labeled.getText()::equals).isPresent();
  }

  private static int letters(String text) {
    return LETTERS.computeIfAbsent(text, LongerTexts::find);
  }

  private static int find(String text) {
    return Optional.ofNullable(FIXED.get(text))
        .orElseGet(
            () ->
                PATTERNS.entrySet().stream()
                    .filter(one -> one.getKey().matcher(text).matches())
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Stream.of(SLOT.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  private static List<String> all() {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                Texts.class.getResourceAsStream("/dev/throughline/desktop/texts.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.values().stream().map(Object::toString).toList();
  }
}
