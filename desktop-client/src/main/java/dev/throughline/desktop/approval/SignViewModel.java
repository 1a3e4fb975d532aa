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
import java.util.Optional;
import java.util.function.Consumer;

/** One answer to what waits, until it is signed. UI thread only. */
final class SignViewModel {
  private final SignParts parts;
  private SignCase about;
  private final Runnable done;
  private boolean isSigning;
  private boolean isSigned;

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

  /** What was typed before, on a sheet that was left. */
  SignDrafts.Draft draft() {
    return parts.drafts().of(about.approval().id(), about.approval().caseDigest());
  }

  void keep(SignDrafts.Draft draft) {
    if (!isSigned) {
      parts.drafts().keep(about.approval().id(), draft);
    }
  }

  /**
   * Looks again whenever something changes, as long as the sheet is there.
   *
   * @param moved called with what it is by then; empty when it is gone
   * @return ends it
   */
  Runnable watch(Consumer<Optional<SignCase>> moved) {
    return parts
        .signing()
        .store()
        .onChange(_ -> parts.around().inBackground(() -> parts.cases().again(about), moved));
  }

  /** Takes what it is by now; says whether the same can be signed still. */
  boolean take(Optional<SignCase> now) {
    boolean isSame =
        now.filter(its -> its.approval().caseDigest().equals(about.approval().caseDigest()))
            .filter(its -> its.answers().equals(about.answers()))
            .filter(its -> its.isSignable() || its.isStoppable())
            .isPresent();
    if (isSame) {
      about = now.orElseThrow();
    }
    return isSame || isSigned || isSigning;
  }

  /** What comes of an answer, if it is the next to be counted. */
  String dryRun(Answer answer) {
    List<Cast> votes = new ArrayList<>(about.approval().votes());
    RecordId me = about.me().orElseThrow();
    votes.removeIf(vote -> vote.person().equals(me));
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
                isSigned = true;
                parts.drafts().forget(about.approval().id());
                done.run();
              }
            });
  }
}
