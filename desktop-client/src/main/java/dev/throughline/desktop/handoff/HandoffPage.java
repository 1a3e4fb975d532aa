package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.DifferenceWords;
import dev.throughline.desktop.approval.SeatsView;
import dev.throughline.desktop.release.ReleasesView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPieces;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.approval.Review;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.ReleaseState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One handoff: the ask, the checklist, what goes out; beside it what stops it. */
public final class HandoffPage extends StackPane {
  /** About as many rows as stand in a window of 800 pixels below the ask. */
  private static final int FIRST_ROWS = 10;

  /** Rows a frame takes on after that. */
  private static final int MORE_ROWS = 6;

  private final HandoffViewModel model;
  private final Sheet sheet = new Sheet();
  private final SheetHeader header = new SheetHeader("");
  private final StagesView stages = new StagesView();
  private final Label submitted = Labels.wrapping(Labels.small(""));

  /** Around the button: whether it may be used at all is said by others on the button itself. */
  private final HBox ready = new HBox();

  private final Button toSign;
  private final Button toStop;

  private final SeatsView seats;
  private final ReleasesView releases;
  private final OpenMarksView marks;
  private final ReviewPanel review;
  private final AskView ask;
  private final List<SectionView> sections;
  private final VBox checklist = new VBox();
  private final PreflightPanel preflight;
  private final ItemPanel item;
  private final InPieces pieces = new InPieces();
  private final VBox details = new VBox();
  private final VBox below = new VBox();
  private Optional<GoesOutView> goesOut = Optional.empty();
  private boolean isBuilt;
  private boolean showsGone;

  public HandoffPage(HandoffViewModel model) {
    this.model = model;
    getStyleClass().addAll("idea-page", "handoff-page");
    seats = new SeatsView(model.parts().ideas().around().time());
    releases = new ReleasesView(model.releases());
    marks = new OpenMarksView(one -> reveal(one.id()));
    review = new ReviewPanel(model);
    ask = new AskView(model);
    sections =
        Arrays.stream(Section.values()).map(section -> new SectionView(model, section)).toList();
    checklist.getStyleClass().add("checklist");
    checklist.getChildren().addAll(sections);
    preflight = new PreflightPanel(model);
    item = new ItemPanel(model);
    var permissions = model.parts().ideas().permissions();
    WriteGate.on(checklist, permissions.refusal(ChecklistItem.KIND.name()));
    WriteGate.on(item, permissions.refusal(ChecklistItem.KIND.name()));
    WriteGate.on(review, permissions.refusal(Review.KIND.name()));
    toSign =
        Buttons.withCommand(
            Buttons.primary(Texts.text("handoff.sign"), Icon.SIGN, model.signing()::sign),
            "handoff.sign");
    toSign.managedProperty().bind(toSign.visibleProperty());
    ready.managedProperty().bind(ready.visibleProperty());
    ready.setAlignment(Pos.CENTER);
    ready
        .getChildren()
        .add(
            Buttons.withCommand(
                Buttons.primary(Texts.text("handoff.submit"), Icon.LOCK, model::submit),
                "handoff.submit"));
    stages.managedProperty().bind(stages.visibleProperty());
    submitted.managedProperty().bind(submitted.visibleProperty());
    toStop =
        Buttons.withCommand(
            Buttons.standard(Texts.text("handoff.stop"), Icon.BLOCKED, model.signing()::stop),
            "handoff.stop");
    toStop.managedProperty().bind(toStop.visibleProperty());
    header.actions(
        toStop,
        Buttons.withCommand(
            Buttons.standard(Texts.text("handoff.next"), Icon.FORWARD, model::next),
            "handoff.next"),
        toSign,
        ready);
    sheet.content(Sheet.column(LoadingBars.afterPatience()));
    getChildren().add(sheet);
    model.onJump(this::jump);
    model.detailProperty().subscribe(detail -> detail.ifPresent(this::show));
    model.goneProperty().subscribe(this::showGone);
  }

  /** Saves what is typed in a line that still has the caret. */
  public void finish() {
    if (isFocusWithin() && getScene() != null) {
      getScene().getRoot().requestFocus();
    }
  }

  private void show(HandoffDetail detail) {
    header.titleProperty().set(HandoffWords.title(detail.bundle().handoff().title()));
    header.secondProperty().set(detail.bundle().idea().title());
    stages.show(detail);
    stages.setVisible(!detail.isSent());
    ready.setDisable(!detail.isSubmittable());
    boolean waits = detail.toSign().isPresent();
    toSign.setVisible(waits);
    toStop.setVisible(detail.toStop().isPresent());
    // At most one primary button: whoever is to sign does not submit.
    ready.setVisible(!waits);
    seats.show(detail.signing());
    showSubmitted(detail);
    if (!isBuilt) {
      isBuilt = true;
      build();
    }
    marks.show(detail);
    ask.show(detail);
    more(FIRST_ROWS);
    goesOut.ifPresent(view -> view.show(detail));
    preflight.show(detail);
  }

  private void showSubmitted(HandoffDetail detail) {
    submitted.setVisible(detail.last().isPresent());
    detail.last().ifPresent(packet -> submitted.setText(submitted(packet, detail)));
    submitted.getStyleClass().removeAll("tl-stale", "tl-muted");
    boolean isStale = !detail.changes().isEmpty() || !detail.moved().isEmpty();
    submitted.getStyleClass().add(isStale ? "tl-stale" : "tl-muted");
    submitted.setGraphic(isStale ? Icon.STALE.line() : Icon.LOCK.line());
  }

  private String submitted(Packet packet, HandoffDetail detail) {
    String when = model.parts().ideas().around().time().at(packet.atMillis());
    String somebody = Texts.text("idea.somebody");
    String who =
        detail
            .submitter(packet)
            .map(person -> detail.people().getOrDefault(person, somebody))
            .orElse(Texts.text("handoff.submitted.you"));
    String what =
        Texts.text(
            "handoff.submitted.was", packet.version(), who, when, packet.digest().substring(0, 12));
    if (!detail.changes().isEmpty()) {
      String changed = DifferenceWords.of(detail.changes());
      return what + " " + Texts.text("handoff.submitted.changed", changed);
    }
    return detail.moved().isEmpty()
        ? what
        : what + " " + Texts.text("handoff.submitted.moved", String.join(", ", detail.moved()));
  }

  private void build() {
    sheet.header(header);
    sheet.body(
        Texts.text("handoff.page"),
        releases,
        stages,
        submitted,
        seats,
        marks,
        ask,
        checklist,
        below);
    sheet.side(Texts.text("handoff.preflight"), review, preflight, details);
    pieces.add(() -> details.getChildren().setAll(item));
    pieces.add(this::rest);
  }

  /** The rows that are not there yet, some with each frame, and then what stands below them. */
  private void rest() {
    if (more(MORE_ROWS) > 0) {
      pieces.add(this::rest);
    } else if (goesOut.isEmpty()) {
      model.detailProperty().get().ifPresent(this::buildBelow);
    }
  }

  private void buildBelow(HandoffDetail detail) {
    GoesOutView out = new GoesOutView(model, detail.bundle());
    goesOut = Optional.of(out);
    out.show(detail);
    below.getChildren().setAll(out);
  }

  /** Shows the items, making so many new rows at most; how many it made. */
  private int more(int most) {
    int made = 0;
    Optional<HandoffDetail> now = model.detailProperty().get();
    if (now.isPresent()) {
      for (SectionView section : sections) {
        made += section.show(now.get(), most - made);
      }
    }
    return made;
  }

  /** Brings what a finding is about into sight, and gives it the focus. */
  private void jump(Finding finding) {
    pieces.finish();
    Optional<Node> to =
        finding
            .item()
            .flatMap(this::row)
            .or(() -> ask.about(finding))
            .or(() -> goesOut.map(GoesOutView::costs));
    show(to);
  }

  private void reveal(RecordId item) {
    pieces.finish();
    model.choose(item);
    show(row(item));
  }

  private Optional<Node> row(RecordId item) {
    return sections.stream()
        .flatMap(one -> one.reveal(item).stream())
        .findFirst()
        .map(Node.class::cast);
  }

  private void show(Optional<Node> to) {
    to.ifPresent(
        node ->
            Platform.runLater(
                () -> {
                  sheet.reveal(node);
                  node.requestFocus();
                }));
  }

  private void showGone(boolean isGone) {
    if (isGone) {
      isBuilt = false;
      showsGone = true;
      sheet.setTop(null);
      sheet.setRight(null);
      sheet.content(
          new StackPane(
              new EmptyPlace(
                  Icon.DELETE, Texts.text("handoff.gone.title"), Texts.text("handoff.gone"))));
    } else if (showsGone) {
      showsGone = false;
      model.detailProperty().get().ifPresent(this::show);
    }
  }

  /** Where it is on its way, as a chip says it. */
  static Label chip(HandoffRow row) {
    return switch (row.stage()) {
      case DRAFT -> Chip.of(Chip.State.NEUTRAL, Texts.text("handoff.stage.draft"));
      case SUBMITTED ->
          row.release()
              .map(state -> chip(state, row.version()))
              .orElseGet(
                  () ->
                      Chip.of(
                          Chip.State.READY,
                          Texts.text("handoff.stage.submitted.version", row.version())));
    };
  }

  /** Only what needs somebody has a colour. */
  private static Label chip(ReleaseState state, long version) {
    String words = Texts.text("handoff.released." + state.wireName(), version);
    return switch (state) {
      case FAILED, BLOCKED, EXPIRED, ROLLED_BACK -> Chip.of(Chip.State.STOPPED, words);
      case VERIFIED -> Chip.of(Chip.State.READY, words);
      case CHECKING, REGISTERING, ACTIVATING, TESTING, SUPERSEDED, ROLLING_BACK ->
          Chip.of(Chip.State.NEUTRAL, words);
    };
  }
}
