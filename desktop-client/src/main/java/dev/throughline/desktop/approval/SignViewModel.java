package dev.throughline.desktop.approval;

import dev.throughline.desktop.approval.Signing.Signed;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Statement.Condition;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;

/** One answer to what waits, until it is signed. UI thread only. */
final class SignViewModel {
  private final SignParts parts;
  private final SignCase about;
  private final Runnable done;
  private boolean isSigning;

  /**
   * @param done called once it is signed
   */
  SignViewModel(SignParts parts, SignCase about, Runnable done) {
    this.parts = parts;
    this.about = about;
    this.done = done;
  }

  SignCase about() {
    return about;
  }

  SignParts parts() {
    return parts;
  }

  /** Those there are: an order or a rule is agreed to or not, and nothing is left to do. */
  static List<Answer> answers(SignCase about) {
    return about.isOrder() || about.isRule()
        ? List.of(Answer.GO, Answer.NO_GO)
        : List.of(Answer.values());
  }

  /** What comes of an answer, if it is the next to be counted. */
  String dryRun(Answer answer) {
    List<Cast> votes = new ArrayList<>(about.approval().votes());
    RecordId me = about.me().orElseThrow();
    votes.add(
        new Cast(about.subject().id(), about.subject().id(), me, about.roles(), answer, 0, 0));
    return Texts.text(
        "approval.dry.now",
        ApprovalWords.dryRun(Tally.of(about.policy(), votes), Tally.seats(about.policy()).size()));
  }

  /** Whether the answer says what it has to. */
  boolean isSound(Answer answer, List<Condition> conditions, String note) {
    return new Statement(
            "", about.handoff(), "", about.me().orElseThrow(), answer, conditions, note, 0)
        .isSound();
  }

  void sign(Answer answer, List<Condition> conditions, String note) {
    if (isSigning || !isSound(answer, conditions, note)) {
      return;
    }
    isSigning = true;
    parts
        .around()
        .inBackground(
            () -> parts.signing().sign(about, answer, conditions, note),
            result -> {
              isSigning = false;
              parts
                  .around()
                  .toasts()
                  .accept(
                      switch (result) {
                        case Signed.Done _ ->
                            Toast.done(
                                Texts.text("approval.done", ApprovalWords.answer(answer)),
                                Texts.text("approval.done.detail"));
                        case Signed.NoKey() ->
                            Toast.failed(
                                Texts.text("approval.failed"),
                                Texts.text("approval.obstacle.no_key"));
                        case Signed.NotSaved(SaveResult.NotSaved why) ->
                            Toast.failed(Texts.text("approval.failed"), why.sentence());
                      });
              if (result instanceof Signed.Done) {
                done.run();
              }
            });
  }
}
