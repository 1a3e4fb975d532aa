package dev.throughline.desktop.comment;

import dev.throughline.desktop.people.Colleague;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds people in what is typed: {@code @} and what they are called. Who shares a name with
 * somebody else is called by what they sign in with.
 */
final class Mentions {
  /** As many people as are offered at one time. */
  static final int OFFERED_MAX = 6;

  /** What follows an {@code @} and is longer than this is no name any more. */
  private static final int TYPED_MAX = 60;

  private final List<Colleague> colleagues;
  private final Map<Colleague, String> handles = new HashMap<>();

  /** By the letter their handles begin with: a text may hold thousands of {@code @}. */
  private final Map<Character, List<Colleague>> byLetter = new HashMap<>();

  Mentions(List<Colleague> colleagues) {
    this.colleagues =
        colleagues.stream()
            .sorted(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)))
            .toList();
    Map<String, Long> sharers =
        colleagues.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.name().toLowerCase(Locale.ROOT), Collectors.counting()));
    for (Colleague one : colleagues) {
      boolean isAlone = sharers.getOrDefault(one.name().toLowerCase(Locale.ROOT), 0L) == 1;
      String handle = isAlone ? one.name() : one.login();
      handles.put(one, handle);
      if (!handle.isBlank()) {
        byLetter.computeIfAbsent(letter(handle.charAt(0)), _ -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Somebody's name where it stands in a text, the {@code @} included. */
  record Place(int from, int to, Colleague who) {}

  /** What is typed for somebody, without the {@code @}. */
  String handle(Colleague one) {
    return handles.getOrDefault(one, one.name());
  }

  /** Everybody who is named in a text, in its order. */
  List<Place> in(String text) {
    List<Place> places = new ArrayList<>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      if (isBegin(text, at) && from + 1 < text.length()) {
        byLetter.getOrDefault(letter(text.charAt(from + 1)), List.of()).stream()
            .filter(one -> isAt(text, from + 1, handle(one)))
            .max(Comparator.comparingInt(one -> handle(one).length()))
            .ifPresent(one -> places.add(new Place(from, from + 1 + handle(one).length(), one)));
      }
    }
    return places;
  }

  private static char letter(char begin) {
    return Character.toLowerCase(Character.toUpperCase(begin));
  }

  /** In the middle of a word it is an address and names nobody. */
  private static boolean isBegin(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isAt(String text, int at, String handle) {
    int end = at + handle.length();
    return !handle.isBlank()
        && text.regionMatches(true, at, handle, 0, handle.length())
        && (end == text.length()
            || !Character.isLetterOrDigit(text.charAt(end))
            || !Character.isLetterOrDigit(text.charAt(end - 1)));
  }

  /**
   * What is being typed after an {@code @}.
   *
   * @param from where the {@code @} stands
   */
  record Typed(int from, String words) {}

  /** What is being typed as a name before the caret; empty when it is none. */
  Optional<Typed> typed(String text, int caret) {
    int at = text.lastIndexOf('@', caret - 1);
    if (caret <= 0 || caret > text.length() || at < 0 || !isBegin(text, at)) {
      return Optional.empty();
    }
    String words = text.substring(at + 1, caret);
    return words.length() > TYPED_MAX || words.contains("\n") || words.startsWith(" ")
        ? Optional.empty()
        : Optional.of(new Typed(at, words));
  }

  /** Who may be meant, the likeliest first; nobody once a whole name stands there. */
  List<Colleague> offered(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return colleagues.stream()
        .filter(one -> !one.isYou() && rank(one, wanted) > 0)
        .sorted(Comparator.comparingInt((Colleague one) -> rank(one, wanted)).reversed())
        .limit(OFFERED_MAX)
        .toList();
  }

  private int rank(Colleague one, String wanted) {
    String name = one.name().toLowerCase(Locale.ROOT);
    String login = one.login().toLowerCase(Locale.ROOT);
    if (name.startsWith(wanted)) {
      return 3;
    }
    return login.startsWith(wanted) ? 2 : name.contains(" " + wanted) ? 1 : 0;
  }
}
