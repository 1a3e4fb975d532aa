package dev.throughline.desktop.consent;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.SystemClipboard;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The clipboard for words of interviews. Other programs get them only if quoting was agreed, which
 * is asked anew each time; within their own text they can always be moved about. UI thread only.
 */
public final class ClipDesk {
  private final Rulings rulings;
  private final SystemClipboard system;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final String tokens;
  private long copies;
  private Optional<Held> held = Optional.empty();

  /** Where words may always be put: among the words of an interview, or of one record. */
  private record Place(RecordId of, Optional<Wording> wording) {
    /** What was noted may stand among what was said, but not the other way round. */
    boolean takes(Place from) {
      boolean isNoted = wording.isPresent() && from.wording.equals(Optional.of(Wording.NOTED));
      return equals(from) || (of.equals(from.of) && isNoted);
    }
  }

  /** What was copied last. */
  private record Held(String token, Place from, String words) {}

  /**
   * @param tokens tells the clipboard of this profile from those of others
   */
  public ClipDesk(
      Rulings rulings,
      SystemClipboard system,
      Background background,
      UiThread ui,
      Consumer<Toast> toasts,
      String tokens) {
    this.rulings = rulings;
    this.system = system;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    this.tokens = tokens;
  }

  /**
   * For words of an interview.
   *
   * @param write opens the questions of consent
   */
  public Clips of(RecordId interview, Wording wording, Runnable write) {
    return new At(
        new Place(interview, Optional.of(wording)),
        () -> Optional.of(rulings.of(interview)).filter(ruling -> ruling.holdsBack(wording)),
        List.of(new Toast.Action(Texts.text("quoting.write"), write)));
  }

  /** For words of any record, such as the two versions of a conflict. */
  public Clips of(RecordId record) {
    return new At(new Place(record, Optional.empty()), () -> rulings.heldBack(record), List.of());
  }

  /** Why the words of a record may not leave; empty when they may. Not on the UI thread. */
  public Optional<String> whyHeldBack(RecordId record) {
    return rulings.heldBack(record).map(rulings::sentence);
  }

  private final class At implements Clips {
    private final Place place;
    private final Supplier<Optional<Ruling>> heldBack;
    private final List<Toast.Action> actions;

    At(Place place, Supplier<Optional<Ruling>> heldBack, List<Toast.Action> actions) {
      this.place = place;
      this.heldBack = heldBack;
      this.actions = actions;
    }

    @Override
    public void copied(String words) {
      if (words.isEmpty()) {
        return;
      }
      Held copy = new Held(tokens + "-" + ++copies, place, words);
      held = Optional.of(copy);
      system.put(Optional.of(Texts.text("quoting.instead")), Optional.of(copy.token()));
      background.run(
          () -> {
            Optional<Ruling> ruling = heldBack.get();
            ui.run(() -> ruled(copy, ruling));
          });
    }

    private void ruled(Held copy, Optional<Ruling> ruling) {
      boolean isLast = held.equals(Optional.of(copy)) && isOurs(copy);
      if (ruling.isPresent()) {
        toasts.accept(
            new Toast(
                Toast.Kind.ATTENTION,
                Texts.text("quoting.kept"),
                rulings.sentence(ruling.get()),
                actions));
      } else if (isLast) {
        system.put(Optional.of(copy.words()), Optional.of(copy.token()));
      }
    }

    @Override
    public Optional<String> pasted() {
      Optional<Held> ours = held.filter(ClipDesk.this::isOurs);
      if (ours.isPresent() && place.takes(ours.get().from())) {
        return ours.map(Held::words);
      }
      boolean isHeldBack = system.words().equals(Optional.of(Texts.text("quoting.instead")));
      if (ours.isEmpty() || !isHeldBack) {
        return system.words();
      }
      String why =
          place.of().equals(ours.get().from().of())
              ? "quoting.kept.elsewhere.spoken"
              : "quoting.kept.elsewhere.line";
      toasts.accept(
          new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("quoting.kept.elsewhere"),
              Texts.text(why),
              List.of()));
      return Optional.empty();
    }
  }

  private boolean isOurs(Held copy) {
    return system.token().equals(Optional.of(copy.token()));
  }
}
