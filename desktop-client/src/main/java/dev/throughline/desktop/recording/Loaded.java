package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.play.Player;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A recording that can be heard.
 *
 * @param wave may still be drawn
 * @param part which of the interview's recordings it is, from 1
 * @param parts how many the interview has
 * @param state says where it is now
 * @param held says that it is on legal hold, if it is known to be
 */
public record Loaded(
    Recording recording,
    PcmForm form,
    Wave wave,
    List<Bookmark> bookmarks,
    int part,
    int parts,
    Player player,
    Supplier<BlobState> state,
    Supplier<Optional<String>> held) {
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
