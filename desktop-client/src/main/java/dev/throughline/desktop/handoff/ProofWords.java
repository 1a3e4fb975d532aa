package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What proofs are called, and what somebody typed makes of one. */
final class ProofWords {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final int LETTERS_MAX = 60;

  private ProofWords() {}

  /** A record by its kind and what it says or is about; of one that is not here, its kind alone. */
  static String name(RecordNames names, RecordId source) {
    return names
        .find(source)
        .map(
            view -> {
              FieldMap fields = new FieldMap(view.fields());
              String own =
                  List.of("title", "text", "version", "metric").stream()
                      .map(fields::text)
                      .filter(text -> !text.isBlank() && !view.kind().equals("segment"))
                      .findFirst()
                      .orElseGet(() -> names.about(source));
              return Ideas.line(RecordNames.kind(view.kind()) + ": " + own, LETTERS_MAX);
            })
        .orElse("");
  }

  /** What a chip of it says. */
  static String words(Proof proof, Map<RecordId, String> names) {
    if (!proof.text().isBlank()) {
      return proof.text();
    }
    return proof
        .source()
        .map(source -> names.getOrDefault(source, ""))
        .filter(name -> !name.isBlank())
        .orElse(proof.link());
  }

  /** The address in what was typed. */
  static Optional<String> address(String typed) {
    Matcher found = ADDRESS.matcher(typed);
    return found.find() && found.group().length() <= Proof.LINK_LENGTH_MAX
        ? Optional.of(found.group())
        : Optional.empty();
  }

  /** What was typed without its address. */
  static String withoutAddress(String typed) {
    return ADDRESS.matcher(typed).replaceFirst("").strip();
  }
}
