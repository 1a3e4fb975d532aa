package dev.throughline.desktop.interview;

import dev.throughline.desktop.guide.CoverageView;
import dev.throughline.desktop.memo.NotesView;
import dev.throughline.desktop.transcript.TranscriptView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Guide, notes and transcript on one sheet, as many of them as there is room for: the guide takes
 * the place of the transcript before it takes room from the notes.
 */
final class SessionBodyView extends BorderPane {
  /** Narrower than this many text heights, the transcript stands below the notes. */
  private static final double STACK_BELOW_EM = 48;

  /** The guide and a page of notes in their measure. */
  private static final double GUIDE_AND_NOTES_EM = 60;

  private static final double ALL_THREE_EM = 100;
  private static final double NOTES_SHARE = 0.42;

  /** By keys no half is pushed out of the page. */
  private static final double SHARE_MIN = 0.15;

  private final SharedSplit split = new SharedSplit();
  private final Node notes;
  private final Node transcript;
  private final Supplier<CoverageView> makeGuide;
  private @Nullable CoverageView guide;
  private final BooleanProperty guideShown = new SimpleBooleanProperty(this, "guideShown");
  private final Region awaited = new Region();
  private boolean isWhole;
  private Optional<Boolean> wished = Optional.empty();
  private boolean isOffered;
  private double width;

  /**
   * @param makeGuide is asked once, when the guide is first shown
   */
  SessionBodyView(NotesView notes, TranscriptView transcript, Supplier<CoverageView> makeGuide) {
    this.notes = notes;
    this.transcript = transcript;
    this.makeGuide = makeGuide;
    setMinHeight(0);
    guideShown.subscribe(this::arrange);
    arrange();
  }

  /** Brings the transcript, for which its room was kept; all at once would be a long frame. */
  void complete() {
    isWhole = true;
    arrange();
  }

  /** Whether the guide is on the page. */
  BooleanProperty guideShownProperty() {
    return guideShown;
  }

  /** What the person asked for holds from then on, whatever the page would offer. */
  void toggleGuide() {
    wished = Optional.of(!guideShown.get());
    guideShown.set(!guideShown.get());
  }

  /** Moves the divider by that share of the room; nothing where the halves are not both shown. */
  void widenNotes(double share) {
    if (split.getItems().size() == 2 && getCenter() == split) {
      split.share(Math.clamp(split.share() + share, SHARE_MIN, 1 - SHARE_MIN));
    }
  }

  /** Makes room for the transcript, because something in it is to be shown. */
  void showTranscript() {
    complete();
    if (!split.getItems().contains(transcript) || getCenter() != split) {
      wished = Optional.of(false);
      settle();
    }
  }

  /** Shows the guide by itself where it helps and there is room; hides it again where not. */
  void offerGuide(boolean helps) {
    isOffered = helps;
    settle();
  }

  /**
   * @param em the width in text heights
   */
  void fit(double em) {
    width = em;
    settle();
    arrange();
  }

  private void settle() {
    guideShown.set(wished.orElse(isOffered && width >= GUIDE_AND_NOTES_EM));
  }

  private void arrange() {
    boolean isShown = guideShown.get();
    boolean isOnly = isShown && width < GUIDE_AND_NOTES_EM;
    boolean isBeside = isShown && !isOnly;
    boolean hasTranscript = !isShown || width >= ALL_THREE_EM;
    Node second = isWhole ? transcript : awaited;
    List<Node> halves = hasTranscript ? List.of(notes, second) : List.of(notes);
    if (split.getItems().size() == 2 && hasTranscript && split.getItems().contains(awaited)) {
      // The divider goes with the half that is taken away.
      double kept = split.share();
      split.getItems().set(1, second);
      split.share(kept);
    } else if (!split.getItems().equals(halves)) {
      split.getItems().setAll(halves);
      split.share(NOTES_SHARE);
    }
    split.setOrientation(width < STACK_BELOW_EM ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    if (isShown && guide == null) {
      guide = makeGuide.get();
    }
    put(isBeside ? guide : null, isOnly && guide != null ? guide : split);
  }

  private void put(@Nullable Node left, Node center) {
    if (getLeft() != left || getCenter() != center) {
      setLeft(null);
      setCenter(center);
      setLeft(left);
    }
  }
}
