package dev.throughline.server.sentinel;

import com.google.re2j.Pattern;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Unseen;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Looks for data of people in every text of a document, and in the names of its members. */
final class Findings {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

  private final List<Finding> found = new ArrayList<>();

  private Findings() {}

  /** In the order of the document; one for each class and text. */
  static List<Finding> in(Json document) {
    Findings findings = new Findings();
    findings.look(document, "$");
    return findings.found;
  }

  private void look(Json json, String where) {
    switch (json) {
      case Json.Text(String text) -> search(text, where);
      case Json.Items(List<Json> items) -> {
        for (int i = 0; i < items.size(); i++) {
          look(items.get(i), where + "[" + i + "]");
        }
      }
      case Json.Members(var members) ->
          members.forEach(
              (name, value) -> {
                boolean isClean = !search(name, where + "[*]");
                boolean isWord = isClean && WORD.matches(name);
                look(value, where + (isWord ? "." + name : "[*]"));
              });
      case Json.Number _, Json.Truth _, Json.Nothing _ -> {}
    }
  }

  private boolean search(String text, String where) {
    String plain = plain(text);
    boolean isFound = false;
    for (PersonalData data : PersonalData.values()) {
      int count = data.count(plain);
      if (count > 0) {
        found.add(new Finding(data, count, where));
        isFound = true;
      }
    }
    return isFound;
  }

  /** The same text with one form for each sign, and without those that are not seen. */
  static String plain(String text) {
    return Unseen.without(Normalizer.normalize(Unseen.without(text), Normalizer.Form.NFKC));
  }
}
