package dev.throughline.desktop.interview;

import dev.throughline.desktop.guide.CoverageView;
import dev.throughline.desktop.memo.NotesView;
import dev.throughline.desktop.transcript.TranscriptView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Clipped;
import dev.throughline.desktop.ui.Clips;
import dev.throughline.desktop.ui.CopyGate;
import dev.throughline.desktop.ui.DropZone;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Frames;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.transcript.Segment;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The page of one interview: notes and transcript side by side on one sheet. Show {@link #details}
 * in the context panel while {@link #detailsShownProperty} holds, and {@link
 * SessionViewModel#close} the model when the page is left for good.
 */
public final class SessionPage extends StackPane {
  /** Narrower than this, the actions of the head stand below its title. */
  private static final double FOLD_BELOW_EM = 52;

  /** The context panel and half a page beside it. */
  private static final double DETAILS_FROM_EM = 52;

  private final SessionViewModel model;
  private final SessionCommands commands;
  private final SessionHeaderView header;
  private final SessionPanelView panel;
  private final Sheet sheet = new Sheet();
  private final BooleanProperty detailsShown =
      new SimpleBooleanProperty(this, "detailsShown", true);
  private final TranscriptView transcript;
  private final SessionSound sound;
  private Optional<NotesView> notes = Optional.empty();
  private final VBox above = new VBox();
  private Optional<DebriefView> debrief = Optional.empty();
  private Optional<FindBarView> find = Optional.empty();
  private Optional<SessionBodyView> middle = Optional.empty();
  private Optional<ResumePoint> wanted = Optional.empty();
  private boolean typesSoon;
  private Optional<FoundPlace> foundSoon = Optional.empty();

  public SessionPage(SessionViewModel model) {
    this.model = model;
    this.commands =
        new SessionCommands(
            this::chooseFiles,
            model.imports()::take,
            this::find,
            this::toggleDetails,
            this::toggleGuide);
    this.header = new SessionHeaderView(model, commands);
    Clips spoken = model.aside().clips(Wording.SPOKEN, this::beginConsent);
    this.panel = new SessionPanelView(model, spoken, this::toggleDetails);
    this.transcript = new TranscriptView(model.transcript(), emptyTranscript());
    this.sound = new SessionSound(transcript, model.transcript(), commands.take());
    getStyleClass().add("tl-session");
    CopyGate.on(this, model.aside().clips(Wording.NOTED, this::beginConsent));
    CopyGate.on(panel, model.aside().clips(Wording.NOTED, this::beginConsent));
    CopyGate.on(transcript, spoken);
    WriteGate.on(this, model.refusal(Memo.KIND.name()));
    WriteGate.on(header, model.refusal(Interview.KIND.name()));
    WriteGate.on(panel, model.refusal(Interview.KIND.name()));
    sheet.setTop(header);
    sheet.content(LoadingBars.afterPatience());
    getChildren().add(sheet);
    Clipped.toBounds(this);
    DropZone.takeFiles(this, sound::take);
    widthProperty().addListener(change -> fit());
    header.onTextHeight(this::fit);
    model.writingProperty().subscribe(writing -> writing.ifPresent(this::show));
    model.stateProperty().subscribe(this::showState);
  }

  /** What the context panel shows of this interview. */
  public Region details() {
    return panel;
  }

  /** Whether notes and transcript can be read beside the context panel on that width, in pixels. */
  public boolean hasRoomForDetails(double width) {
    return width >= DETAILS_FROM_EM * header.textHeight();
  }

  /** Calls back when the person chose another size of text. */
  public void onTextHeight(Runnable told) {
    header.onTextHeight(told);
  }

  /** Whether the context panel is to be shown; the page's own buttons change it too. */
  public BooleanProperty detailsShownProperty() {
    return detailsShown;
  }

  /** Puts the caret into the notes, as soon as they are there. */
  public void typeNow() {
    typesSoon = notes.isEmpty();
    notes.ifPresent(NotesView::typeNow);
  }

  /** What the page has to do with sound. */
  public SessionSound sound() {
    return sound;
  }

  /** Opens the find bar. */
  public void find() {
    model.writingProperty().get().ifPresent(writing -> bar(writing).open());
  }

  /** Hidden parts are built when they are first wanted; the page is there sooner without them. */
  private FindBarView bar(SessionViewModel.Writing writing) {
    FindBarView bar = find.orElseGet(() -> new FindBarView(writing.find()));
    if (find.isEmpty()) {
      find = Optional.of(bar);
      above.getChildren().add(bar);
      // A field takes keys only once it has a skin, and the next key may come before the next
      // pulse.
      bar.applyCss();
    }
    return bar;
  }

  /** Whether the find bar is open. */
  public boolean isFinding() {
    return finding().isPresent();
  }

  /** Goes on to the next place the find bar found, or back to the one before. */
  public void findOn(boolean isForward) {
    finding().ifPresent(isForward ? FindViewModel::next : FindViewModel::previous);
  }

  private Optional<FindViewModel> finding() {
    return model
        .writingProperty()
        .get()
        .map(SessionViewModel.Writing::find)
        .filter(bar -> bar.openProperty().get());
  }

  /** Moves the interview to the trash and leaves the page. */
  public void trash() {
    model.edits().trash();
  }

  /** Opens the find bar with the words of a place, and shows where they stand. */
  public void find(FoundPlace place) {
    foundSoon = model.writingProperty().get().isEmpty() ? Optional.of(place) : Optional.empty();
    if (place.words().isEmpty()) {
      foundSoon = Optional.empty();
      typeNow();
    } else if (foundSoon.isEmpty()) {
      find();
      model.writingProperty().get().ifPresent(writing -> writing.find().show(place));
    }
  }

  /** Gives the focus to what one came for: the turns, or the notes where there are none. */
  @Override
  public void requestFocus() {
    if (model.transcript().rows().isEmpty()) {
      typeNow();
    } else {
      transcript.requestFocus();
    }
  }

  private void show(SessionViewModel.Writing writing) {
    var page = new NotesView(writing.notes());
    notes = Optional.of(page);
    sound.show(page);
    var body = new SessionBodyView(page, transcript, this::guide);
    middle = Optional.of(body);
    above.getChildren().add(new SessionBandsView(model, this::openPanel));
    model.aside().debriefProperty().get().ifPresent(this::offerDebrief);
    body.setTop(above);
    model.aside().coverage().guideProperty().subscribe(guide -> offerGuide());
    model.transcript().rows().addListener((InvalidationListener) change -> offerGuide());
    fit();
    sheet.content(body);
    Frames.later(this, body::complete);
    writing.find().currentProperty().subscribe(match -> match.ifPresent(this::reveal));
    if (typesSoon) {
      typeNow();
    }
    foundSoon.ifPresent(this::find);
    wanted.ifPresent(this::goTo);
  }

  private void offerDebrief(DebriefViewModel answers) {
    if (answers.openProperty().get()) {
      card(answers);
    }
    answers
        .openProperty()
        .addListener(
            (_, _, isOpen) -> {
              if (isOpen) {
                Platform.runLater(card(answers)::typeNow);
              }
            });
  }

  private DebriefView card(DebriefViewModel answers) {
    DebriefView card = debrief.orElseGet(() -> new DebriefView(answers));
    if (debrief.isEmpty()) {
      debrief = Optional.of(card);
      above.getChildren().add(1, card);
    }
    return card;
  }

  private CoverageView guide() {
    var view = new CoverageView(model.aside().coverage());
    return WriteGate.on(view, model.refusal(Coverage.KIND.name()));
  }

  /** Before and while people talk there are topics to cover and no transcript to read yet. */
  private void offerGuide() {
    boolean helps =
        model.aside().coverage().guideProperty().get().size() > 0
            && model.transcript().rows().isEmpty()
            && model.transcript().loadedProperty().get();
    middle.ifPresent(body -> body.offerGuide(helps));
  }

  /** Puts the debrief card on the page. */
  public void beginDebrief() {
    model.aside().debriefProperty().get().ifPresent(DebriefViewModel::begin);
  }

  /** Opens the questions of consent in the context panel. */
  public void beginConsent() {
    openPanel(SessionPanelView.DETAILS);
    model.aside().consent().edit();
  }

  /** Opens the comments in the context panel, with the caret where something is said. */
  public void comment() {
    typesSoon = false;
    detailsShown.set(true);
    panel.comment();
  }

  /** Opens the comments at one of them. */
  public void showComment(RecordId comment) {
    openPanel(SessionPanelView.COMMENTS);
    model.aside().comments().reveal(comment);
  }

  /**
   * What somebody means by "this": the turn that is looked at, the notes while the caret is in
   * them, else the whole interview.
   */
  public Meant meant() {
    Optional<RecordId> turn = transcript.isFocusWithin() ? transcript.current() : Optional.empty();
    if (turn.isPresent()) {
      return new Meant(turn.get(), Segment.KIND.name());
    }
    Optional<RecordId> memo =
        notes
            .filter(NotesView::isFocusWithin)
            .flatMap(_ -> model.writingProperty().get())
            .map(writing -> writing.notes().memo());
    return memo.map(id -> new Meant(id, Memo.KIND.name()))
        .orElseGet(() -> new Meant(model.interview(), Interview.KIND.name()));
  }

  /** A record of the session, and its kind. */
  public record Meant(RecordId record, String kind) {}

  /** The study of the interview. */
  public Optional<RecordId> study() {
    return model.study();
  }

  /** Whether a topic of the guide has that number now. */
  public boolean hasTopic(int number) {
    return model.aside().coverage().hasNumber(number);
  }

  /** Ticks the topic with that number, or takes its tick away. */
  public void tick(int number) {
    model.aside().coverage().toggleNumber(number);
  }

  /** Shows or hides the guide. */
  public void toggleGuide() {
    middle.ifPresent(SessionBodyView::toggleGuide);
  }

  /** Gives the notes that much more of the room they share with the transcript. */
  public void widenNotes(double share) {
    middle.ifPresent(body -> body.widenNotes(share));
  }

  /** Goes to where work stopped, as soon as it is there. */
  public void goTo(ResumePoint point) {
    wanted = Optional.of(point);
    if (notes.isEmpty()) {
      return;
    }
    point.line().ifPresent(line -> notes.ifPresent(page -> page.goTo(line)));
    point
        .turn()
        .ifPresent(
            turn -> {
              middle.ifPresent(SessionBodyView::showTranscript);
              transcript.revealWhenHere(turn);
            });
    wanted = Optional.empty();
  }

  /** Remembers where work stops; call it before the page is left. */
  public void leave() {
    model.leave(notes.map(NotesView::caretLine).orElse(0), transcript.current());
  }

  private void showState(SessionViewModel.State state) {
    if (notes.isPresent()) {
      return;
    }
    switch (state) {
      case GONE -> sheet.content(nothing(Icon.DELETE, "session.gone.title", "session.gone"));
      case UNREADABLE ->
          sheet.content(nothing(Icon.WARNING, "session.unreadable.title", "session.unreadable"));
      case LOADING, SHOWN -> {}
    }
  }

  private static Region nothing(Icon icon, String title, String line) {
    return new StackPane(new EmptyPlace(icon, Texts.text(title), Texts.text(line)));
  }

  private EmptyPlace emptyTranscript() {
    return new EmptyPlace(
            Icon.TRANSCRIPT,
            Texts.text("session.transcript.empty"),
            Texts.text("session.transcript.empty.line"))
        .actions(
            Buttons.withCommand(
                Buttons.primary(Texts.text("session.menu.import"), Icon.IMPORT, this::chooseFiles),
                "session.import"));
  }

  private void reveal(SessionSearch.Match match) {
    match.turn().ifPresent(this::reveal);
  }

  private void reveal(RecordId turn) {
    middle.ifPresent(SessionBodyView::showTranscript);
    transcript.reveal(turn);
  }

  private void openPanel(String tab) {
    panel.show(tab);
    detailsShown.set(true);
  }

  /** Shows or hides what the context panel says of the interview. */
  public void toggleDetails() {
    detailsShown.set(!detailsShown.get());
  }

  /** Asks for transcript files and imports them. */
  public void chooseFiles() {
    TranscriptChooser.choose(getScene().getWindow(), commands.take());
  }

  /** The text height carries the person's scale, so the limits grow with it. */
  private void fit() {
    double em = header.textHeight();
    middle.ifPresent(body -> body.fit(getWidth() / em));
    header.fold(getWidth() < FOLD_BELOW_EM * em);
  }
}
