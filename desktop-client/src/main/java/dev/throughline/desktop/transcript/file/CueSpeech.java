package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.transcript.file.CueText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one speaker says within a caption. */
record CueSpeech(String speaker, String words) {
  private static final String DASHES = "-–—‐";
  private static final String CHEVRONS = ">>";

  /** Divides a caption where its lines show that another person speaks. */
  static List<CueSpeech> of(List<Piece> pieces) {
    boolean isDialogue = !undashed(pieces.getFirst().text()).isEmpty();
    boolean isNamed = named(pieces.getFirst(), isDialogue).isPresent();
    List<Growing> speeches = new ArrayList<>();
    String voice = "";
    for (Piece piece : pieces) {
      boolean isFirst = speeches.isEmpty();
      Optional<Growing> marked =
          piece.voice().isEmpty()
              ? marked(piece, isDialogue, isFirst || isNamed)
              : Optional.empty();
      if (marked.isPresent()) {
        speeches.add(marked.get());
      } else if (isFirst || !piece.voice().equals(voice)) {
        speeches.add(new Growing(piece.voice(), piece.text()));
      } else {
        speeches.getLast().append(piece.text());
      }
      voice = piece.voice();
    }
    return speeches.stream().map(Growing::done).toList();
  }

  private static Optional<Growing> named(Piece piece, boolean isDialogue) {
    return piece.voice().isEmpty()
        ? marked(piece, isDialogue, true).filter(speech -> !speech.speaker.isEmpty())
        : Optional.empty();
  }

  /** A new speech, if the piece begins one. */
  private static Optional<Growing> marked(Piece piece, boolean isDialogue, boolean mayBeNamed) {
    String text = piece.text();
    String unmarked = text.startsWith(CHEVRONS) ? unchevroned(text) : "";
    if (unmarked.isEmpty() && isDialogue) {
      unmarked = undashed(text);
    }
    String rest = unmarked.isEmpty() ? text : unmarked;
    if (mayBeNamed || !unmarked.isEmpty()) {
      Optional<SpeakerMark> mark = SpeakerMark.of(rest);
      if (mark.isPresent()) {
        return Optional.of(new Growing(mark.get().speaker(), mark.get().rest()));
      }
    }
    return unmarked.isEmpty() ? Optional.empty() : Optional.of(new Growing("", unmarked));
  }

  /** The words behind a dash; empty when there is no dash, or nothing behind it. */
  private static String undashed(String text) {
    boolean isDashed =
        text.length() > 1
            && DASHES.indexOf(text.charAt(0)) >= 0
            && Character.isWhitespace(text.charAt(1));
    return isDashed ? text.substring(1).strip() : "";
  }

  private static String unchevroned(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '>') {
      at++;
    }
    return text.substring(at).strip();
  }

  /** A speech that still grows. */
  private static final class Growing {
    private final String speaker;
    private final StringBuilder words;

    Growing(String speaker, String words) {
      this.speaker = speaker;
      this.words = new StringBuilder(words);
    }

    void append(String more) {
      if (!words.isEmpty()) {
        words.append(' ');
      }
      words.append(more);
    }

    CueSpeech done() {
      return new CueSpeech(speaker, words.toString());
    }
  }
}
