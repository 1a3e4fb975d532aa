package dev.throughline.desktop.guide;

import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a guide before it is a topic. */
public record TopicLine(String text, TopicKind kind, Optional<Long> minutes) {
  private static final Pattern MARK =
      Pattern.compile("^(?:[-*\u2022\u2013]|\\(?\\d{1,3}[.)]|\\[[ xX]?])\\s+");
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
  private static final Pattern MINUTES =
      Pattern.compile("\\s*[(\\[](\\d{1,3}) ?min(?:utes)?\\.?[)\\]]\\s*$");

  /**
   * The topics a text lists, one a line, without bullets and numbers. Where some lines are marked,
   * those that are not and ask nothing are headings. No word is lost: a line too long for one topic
   * becomes several.
   */
  public static List<TopicLine> of(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    boolean hasMarks = lines.stream().anyMatch(line -> MARK.matcher(line).find());
    List<TopicLine> topics = new ArrayList<>();
    for (String line : lines) {
      add(line, hasMarks, topics);
    }
    return topics;
  }

  private static void add(String line, boolean hasMarks, List<TopicLine> topics) {
    boolean isMarked = MARK.matcher(line).find();
    boolean isHeading =
        HEADING.matcher(line).find()
            || (!isMarked && line.endsWith(":"))
            || (hasMarks && !isMarked && !line.endsWith("?"));
    String words = HEADING.matcher(MARK.matcher(line).replaceFirst("")).replaceFirst("").strip();
    Matcher minutes = MINUTES.matcher(words);
    Optional<Long> planned =
        minutes.find() ? Optional.of(Long.parseLong(minutes.group(1))) : Optional.empty();
    String bare = minutes.replaceFirst("");
    String shown = isHeading && bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
    TopicKind kind = isHeading ? TopicKind.SECTION : TopicKind.QUESTION;
    for (String part : parts(shown)) {
      topics.add(new TopicLine(part, kind, planned.filter(m -> m <= 600)));
    }
  }

  private static List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    String rest = words;
    while (rest.length() > Topic.TEXT_LENGTH_MAX) {
      int space = rest.lastIndexOf(' ', Topic.TEXT_LENGTH_MAX);
      int cut = space > 0 ? space : Topic.TEXT_LENGTH_MAX - 1;
      int end = Character.isHighSurrogate(rest.charAt(cut - 1)) ? cut - 1 : cut;
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }
}
