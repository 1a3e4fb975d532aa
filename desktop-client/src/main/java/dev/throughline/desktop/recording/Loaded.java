package dev.throughline.desktop.recording;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.peaks.Peaks;
import dev.throughline.desktop.sound.play.Player;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.Recording;
import java.util.List;

/**
 * A recording that can be heard.
 *
 * @param part which of the interview's recordings it is, from 1
 * @param parts how many the interview has that lie here
 */
public record Loaded(
    Recording recording,
    PcmForm form,
    Peaks peaks,
    List<Bookmark> bookmarks,
    int part,
    int parts,
    Player player) {
  public Loaded {
    bookmarks = List.copyOf(bookmarks);
  }

  /** Where it is heard now, in milliseconds. */
  public long atMillis() {
    return form.millis(player.state().position());
  }

  /** How long it is, in milliseconds. */
  public long lengthMillis() {
    return form.millis(player.state().frames());
  }
}
