package dev.throughline.desktop.comment;

import java.util.HashMap;
import java.util.Map;

/** Unsent words in a map. */
public final class KeptTexts implements UnsentComments {
  final Map<String, String> texts = new HashMap<>();

  @Override
  public String at(String place) {
    return texts.getOrDefault(place, "");
  }

  @Override
  public void keep(String place, String text) {
    if (text.isEmpty()) {
      texts.remove(place);
    } else {
      texts.put(place, text);
    }
  }
}
