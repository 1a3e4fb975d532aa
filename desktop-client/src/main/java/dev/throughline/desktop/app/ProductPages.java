package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.handoff.HandoffParts;
import dev.throughline.desktop.interview.SessionPage;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.shell.SheetLayer;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The pages of what is built: ideas and handoffs. */
final class ProductPages {
  private final IdeaPages ideas;
  private final HandoffPages handoffs;

  ProductPages(ClientWiring client, Models models, LibraryPages library) {
    this.ideas = new IdeaPages(models, library);
    this.handoffs =
        new HandoffPages(
            new HandoffParts(
                client.handoffs(), models.ideas(), models.planning().signing(), client.releases()),
            ideas,
            ideas::openSource);
  }

  IdeaPages ideas() {
    return ideas;
  }

  HandoffPages handoffs() {
    return handoffs;
  }

  /**
   * Follows where the window is.
   *
   * @param palette where things are chosen
   * @param toRecord shows the page any record stands on
   * @param sheets where what is signed is shown
   */
  void follow(
      ShellViewModel shell,
      PaletteViewModel palette,
      Consumer<RecordId> toRecord,
      SheetLayer sheets) {
    ideas.follow(shell, palette);
    handoffs.follow(shell, toRecord, sheets);
  }

  List<Command> commands(Supplier<Optional<SessionPage>> session) {
    List<Command> all = new ArrayList<>(new IdeaCommands(ideas, session).all());
    all.addAll(new HandoffCommands(handoffs, ideas).all());
    return all;
  }

  void showComment(RecordId comment) {
    ideas.showComment(comment);
  }

  /** Saves what was typed and not yet saved; returns when it is on disk. */
  void flush() {
    ideas.flush();
    handoffs.flush();
  }

  void close() {
    ideas.close();
    handoffs.close();
  }
}
