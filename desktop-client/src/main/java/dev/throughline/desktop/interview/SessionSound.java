package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.NotesView;
import dev.throughline.desktop.transcript.TranscriptView;
import dev.throughline.desktop.transcript.TranscriptViewModel;
import dev.throughline.desktop.ui.PartOfView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a session page has to do with sound: turns that are played and followed, lines that get the
 * time, sound files that are dropped.
 */
@PartOfView("hands what is recorded and heard to the parts of the page")
public final class SessionSound {
  private final TranscriptView transcript;
  private final TranscriptViewModel turns;
  private final Consumer<List<Path>> takeTranscripts;
  private Optional<NotesView> notes = Optional.empty();
  private Predicate<Path> isSound = _ -> false;
  private Consumer<List<Path>> takeSound = _ -> {};
  private Supplier<Optional<String>> stamp = Optional::empty;

  SessionSound(
      TranscriptView transcript, TranscriptViewModel turns, Consumer<List<Path>> takeTranscripts) {
    this.transcript = transcript;
    this.turns = turns;
    this.takeTranscripts = takeTranscripts;
  }

  /** Takes sound files that are dropped; all others are transcripts. */
  public void onSound(Predicate<Path> which, Consumer<List<Path>> take) {
    isSound = which;
    takeSound = take;
  }

  void take(List<Path> files) {
    List<Path> heard = files.stream().filter(isSound).toList();
    List<Path> read = files.stream().filter(isSound.negate()).toList();
    if (!heard.isEmpty()) {
      takeSound.accept(heard);
    }
    if (!read.isEmpty()) {
      takeTranscripts.accept(read);
    }
  }

  /** Gives new lines of the notes the time they were begun at, while there is one. */
  public void stampLines(Supplier<Optional<String>> time) {
    stamp = time;
  }

  void show(NotesView page) {
    notes = Optional.of(page);
    page.stampLines(() -> stamp.get());
  }

  /** Puts the time before the line with the caret. */
  public void stampLine() {
    notes.ifPresent(NotesView::stampLine);
  }

  /** Plays from the time of a turn whose stamp is pressed. */
  public void onPlay(LongConsumer play) {
    transcript.onPlay(play);
  }

  /** When the chosen turn was said, in milliseconds; empty where nobody knows. */
  public Optional<Long> turnMillis() {
    return transcript.currentMillis();
  }

  /** Marks the turn that is heard; empty when nothing is. */
  public void follow(Optional<Long> millis) {
    millis.ifPresentOrElse(turns::follow, turns::followNothing);
  }
}
