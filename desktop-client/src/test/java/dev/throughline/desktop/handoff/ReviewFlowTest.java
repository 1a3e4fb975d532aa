package dev.throughline.desktop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Those who are asked to sign say of single items whether they are fine. */
class ReviewFlowTest extends SignDesk {
  @Test
  void anItemIsMarkedByKeysAndTheMarkCanBeChangedAndTakenBack() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    whole.await("it waits", () -> whole.says("For you"));
    RecordId item = firstForApprovers();
    whole.press("O");
    whole.await("the first of my items is fine", () -> mark(item).equals(Optional.of(Mark.OK)));
    whole.await("it says so", () -> whole.says("You: ok"));
    whole.press("B");
    whole.await("it asks why", () -> whole.focus().getAccessibleText().startsWith("Why would"));
    whole.press("Enter");
    assertThat(mark(item)).as("without a word").contains(Mark.OK);
    whole.type("The fee is missing");
    whole.press("Enter");
    whole.await("it is blocked", () -> mark(item).equals(Optional.of(Mark.BLOCK)));
    whole.await("with the reason", () -> whole.says("You: block. The fee is missing"));
    assertThat(reviews()).isEqualTo(1);
    whole.press("Ctrl+Z");
    whole.await("it is taken back", () -> mark(item).equals(Optional.of(Mark.OK)));
    whole.press("Ctrl+Z");
    whole.await("and the first too", () -> mark(item).isEmpty());
    whole.await("it says nothing of it", () -> !whole.says("You: "));
    whole.press("O");
    whole.await("and said again", () -> mark(item).equals(Optional.of(Mark.OK)));
  }

  @Test
  void theSheetSaysAtItsTopWhatIsBlockedAndTheOwnerSeesItFirst() throws Exception {
    says(SOL, "LEG-01", Mark.BLOCK, "The fee is missing from the terms.");
    says(SOL, "LEG-03", Mark.BLOCK, "Who holds the data?");
    says(MARA, "INF-02", Mark.QUESTION, "How long does the way back take?");
    says(MARA, "INF-04", Mark.OK, "");
    become(SOL, "Approver");
    openHandoff();
    whole.await("what others say is there", () -> whole.says("Mara L.: question. How long"));
    whole.pictures("handoff-marks");
    enrolled();
    openSheet();
    whole.await("it is said", () -> whole.says("2 items are blocked:"));
    assertThat(whole.says("LEG-01, by you: The fee is missing from the terms.")).isTrue();
    assertThat(whole.says("1 item is questioned:")).isTrue();
    whole.pictures("sign-blocked");
    whole.press("Esc");
    become(MARA, "ProductManager");
    whole.await("the owner sees it", () -> whole.says("LEG-01: Sol R.: block. The fee is missing"));
    assertThat(whole.shown("open-marks")).hasSize(1);
    assertThat(isOffered("handoff.review.ok")).isFalse();
  }

  @Test
  void whoHasNoSeatOrSubmittedItIsNotAsked() throws Exception {
    become(MARA, "Approver");
    openHandoff();
    whole.await("it stands", () -> whole.says("0 of 2"));
    assertThat(isOffered("handoff.review.block")).isFalse();
    become(SOL, "Researcher");
    whole.await("nor is a researcher", () -> !isOffered("handoff.review.block"));
    become(SOL, "Approver");
    whole.await("an approver is", () -> isOffered("handoff.review.block"));
  }

  private boolean isOffered(String command) throws Exception {
    return whole
        .fx(() -> whole.window().commands().find(command).orElseThrow().availability())
        .isReady();
  }

  ChecklistItem item(String code) {
    return bundle.items().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  private RecordId firstForApprovers() {
    return bundle.items().stream()
        .filter(one -> one.section() == Section.METRICS || one.section() == Section.BUDGET)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void says(RecordId who, String code, Mark mark, String note) {
    RecordId item = item(code).id();
    Review review =
        new Review(
            Review.idOf(packet.id(), item, who),
            Optional.of(packet.id()),
            Optional.of(item),
            mark,
            note,
            Optional.of(who));
    save(review.id(), Review.KIND, review.toFields());
  }

  private Optional<Mark> mark(RecordId item) {
    return store()
        .find(Review.idOf(packet.id(), item, SOL))
        .filter(view -> !view.trashed())
        .map(view -> Review.from(view.id(), view.fields()).mark());
  }

  private int reviews() {
    return store().newestIds(Review.KIND.name()).size();
  }
}
