package dev.throughline.desktop.recording;

import dev.throughline.desktop.consent.Ruling;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.interview.Interview;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether who is being recorded still agrees to it; asked anew when what they agreed to changes,
 * here or on another desktop. It ends nothing: who sits with them decides. UI thread only.
 */
final class Agreement {
  private final RecordingParts parts;
  private final Supplier<Optional<Live>> live;
  private final Runnable stops;
  private String objection = "";

  /**
   * @param stops ends the recording
   */
  Agreement(RecordingParts parts, Supplier<Optional<Live>> live, Runnable stops) {
    this.parts = parts;
    this.live = live;
    this.stops = stops;
    parts.ledger().store().onChange(this::changed);
  }

  /** Why what is recorded now should not be, as a sentence; empty while all is well. */
  String objection() {
    return objection;
  }

  /** Another recording begins; the person was asked for it just now. */
  void begin() {
    objection = "";
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Consent.KIND.name()) || change.touches(Interview.KIND.name())) {
      parts.around().ui().run(this::askAgain);
    }
  }

  private void askAgain() {
    live.get()
        .ifPresent(
            its ->
                parts
                    .around()
                    .inBackground(
                        () -> parts.rulings().ofRecording(its.interview()),
                        ruling -> take(its, ruling)));
  }

  private void take(Live its, Ruling ruling) {
    if (!live.get().equals(Optional.of(its))) {
      return;
    }
    String before = objection;
    objection = ruling.lack().isEmpty() ? "" : parts.rulings().sentenceOfRecording(ruling);
    if (!objection.isEmpty() && before.isEmpty()) {
      Toast.Action stop =
          new Toast.Action(
              Texts.text("recording.stop"), stops, () -> live.get().equals(Optional.of(its)));
      parts
          .around()
          .toasts()
          .accept(
              new Toast(
                  Toast.Kind.FAILED, Texts.text("recording.objection"), objection, List.of(stop)));
    }
  }
}
