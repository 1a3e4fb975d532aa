package dev.throughline.desktop.inbox;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;

/** Rescued work that waits for an owner of the study, or was decided. UI thread only. */
final class RescueViewModel {
  private final InboxParts parts;
  private final RescueCase what;

  RescueViewModel(InboxParts parts, RescueCase what) {
    this.parts = parts;
    this.what = what;
  }

  RescueCase what() {
    return what;
  }

  boolean isOpen() {
    return what.state().equals(Rescue.OPEN);
  }

  String at() {
    return parts.around().time().at(what.atMillis());
  }

  /** Lets the server merge it into the study, under the name of who wrote it. */
  void accept() {
    decide(
        Rescue.ACCEPTED,
        Toast.done(
            Texts.text("inbox.rescued.accepted"), Texts.text("inbox.rescued.accepted.line")));
  }

  /** Leaves it out; it stays readable among what is settled. */
  void decline() {
    decide(Rescue.DECLINED, Toast.done(Texts.text("inbox.rescued.declined"), what.study()));
  }

  private void decide(String state, Toast done) {
    Draft decided =
        new Draft.Set(what.rescue(), Rescue.KIND.name(), Map.of(Rescue.STATE, Value.text(state)));
    parts
        .around()
        .background()
        .run(
            () -> {
              SaveResult result = parts.ledger().record(List.of(decided));
              parts.around().ui().run(() -> parts.around().toasts().accept(told(result, done)));
            });
  }

  private static Toast told(SaveResult result, Toast done) {
    return switch (result) {
      case SaveResult.Saved _ -> done;
      case SaveResult.NotSaved(String code, String sentence) ->
          Toast.failed(
              Texts.text("interviews.notSaved"), Texts.text("interviews.withCode", sentence, code));
    };
  }
}
