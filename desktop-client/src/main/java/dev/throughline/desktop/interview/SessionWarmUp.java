package dev.throughline.desktop.interview;

import dev.throughline.desktop.memo.NotesView;
import dev.throughline.desktop.memo.NotesViewModel;
import dev.throughline.desktop.transcript.TranscriptView;
import dev.throughline.desktop.transcript.TranscriptWarmUp;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Parent;

/**
 * The parts of a session page about an interview there is not, each by itself, for whoever wants
 * the first real page to come at once. To be made in this order and thrown away.
 */
@PartOfView("makes views that nobody sees; is none itself")
public final class SessionWarmUp {
  private static final RecordId NOBODYS = new RecordId(new UUID(0, 0));

  private final SessionParts parts;
  private final SessionViewModel model;

  private SessionWarmUp(SessionParts parts, SessionExits exits) {
    this.parts = parts;
    this.model = new SessionViewModel(parts, exits, NOBODYS);
  }

  public static List<Supplier<Parent>> pieces(SessionParts parts, SessionExits exits) {
    SessionWarmUp warm = new SessionWarmUp(parts, exits);
    return List.of(
        warm::header, warm::notes, warm::transcript, warm::turns, warm::panel, warm::page);
  }

  private Parent header() {
    Runnable nothing = () -> {};
    return new SessionHeaderView(
        model, new SessionCommands(nothing, _ -> {}, nothing, nothing, nothing));
  }

  private Parent notes() {
    return new NotesView(new NotesViewModel(parts.memos(), NOBODYS, NOBODYS, "", parts.seams()));
  }

  private Parent transcript() {
    String name = Texts.text("session.transcript.empty");
    return new TranscriptView(model.transcript(), new EmptyPlace(Icon.TRANSCRIPT, name, name));
  }

  private Parent turns() {
    return TranscriptWarmUp.turns(model.transcript());
  }

  private Parent panel() {
    return new SessionPanelView(model, model.aside().clips(Wording.SPOKEN, () -> {}), () -> {});
  }

  private Parent page() {
    SessionPage page = new SessionPage(model);
    model.close();
    return page;
  }
}
