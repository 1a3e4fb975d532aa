package dev.throughline.desktop.transcript.file;

import java.util.ArrayList;
import java.util.List;

/** Why a whole file is refused, before the file's name is put into the sentence. */
record Refusal(int line, Sentence sentence, List<Object> details) {
  private static final int SHOWN_NAME_LENGTH_MAX = 80;

  static Refusal of(int line, Sentence sentence, Object... details) {
    return new Refusal(line, sentence, List.of(details));
  }

  TranscriptFile.Refused naming(String fileName) {
    List<Object> all = new ArrayList<>(details.size() + 1);
    all.add(shown(fileName));
    all.addAll(details);
    return new TranscriptFile.Refused(line, sentence.code(), sentence.with(all.toArray()));
  }

  private static String shown(String fileName) {
    String sound = SoundText.of(fileName).text().strip();
    return sound.length() <= SHOWN_NAME_LENGTH_MAX
        ? sound
        : sound.substring(0, SoundText.cut(sound, SHOWN_NAME_LENGTH_MAX)) + "…";
  }
}
