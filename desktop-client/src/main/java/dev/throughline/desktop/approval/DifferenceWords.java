package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What differs between two versions of a handoff, as a list in a sentence. */
public final class DifferenceWords {
  private DifferenceWords() {}

  public static String of(List<Difference> changes) {
    return changes.stream()
        .map(
            one ->
                one.name().isEmpty()
                    ? Texts.text(part(one.part()))
                    : Texts.text(
                        "handoff.changed." + one.change().name().toLowerCase(Locale.ROOT),
                        one.name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Another desktop may have written down what nobody here has a word for. */
  private static String part(String name) {
    String key = "handoff.part." + name;
    return Texts.has(key) ? key : "handoff.part.other";
  }
}
