package dev.throughline.desktop.app;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the facts at the window's edges: workspace, person, pill, free disk space. */
final class WindowFacts {
  private static final Duration LOOK_AT_DISK = Duration.ofMinutes(1);
  private static final long GIGABYTE = 1_000_000_000L;

  private final ClientWiring client;
  private final Models models;
  private final ShellViewModel shell;
  private final Background background;
  private final UiThread ui;

  WindowFacts(
      ClientWiring client,
      Models models,
      ShellViewModel shell,
      Background background,
      UiThread ui) {
    this.client = client;
    this.models = models;
    this.shell = shell;
    this.background = background;
    this.ui = ui;
  }

  void keep() {
    shell.pillProperty().bind(models.outbox().sentenceProperty().map(said -> said.pill()));
    shell
        .pillPlaceProperty()
        .bind(
            models
                .outbox()
                .sentenceProperty()
                .map(said -> said.isForInbox() ? PlaceIds.INBOX : ""));
    shell.personProperty().bind(models.settings().displayNameProperty());
    client.status().onChange(_ -> background.run(this::nameWorkspace));
    background.run(this::nameWorkspace);
    background.run(this::lookAtDisk);
    client.ledger().onCopied(() -> ui.run(this::tellOfCopy));
    client.ledger().store().rights().onEnded(titles -> ui.run(() -> tellOfEnd(titles)));
  }

  private void tellOfEnd(List<String> titles) {
    String first = titles.getFirst().isBlank() ? Texts.text("study.untitled") : titles.getFirst();
    shell
        .activity()
        .tell(
            new Toast(
                Toast.Kind.ATTENTION,
                titles.size() == 1
                    ? Texts.text("sync.ended", first)
                    : Texts.text("sync.ended.more", first, titles.size() - 1),
                Texts.text("sync.ended.line"),
                List.of()));
  }

  private void tellOfCopy() {
    shell
        .activity()
        .tell(
            new Toast(
                Toast.Kind.ATTENTION,
                Texts.text("sync.copied"),
                Texts.text("sync.copied.line"),
                List.of()));
  }

  private void nameWorkspace() {
    Optional<String> joined = client.ledger().store().joinedName();
    String title = joined.orElseGet(() -> Texts.text("app.workspace.own"));
    String line =
        client
            .settings()
            .server()
            .filter(_ -> joined.isPresent())
            .map(server -> server.getAuthority())
            .orElseGet(() -> Texts.text("app.workspace.here"));
    ui.run(
        () -> {
          shell.workspaceTitleProperty().set(title);
          shell.workspaceLineProperty().set(line);
        });
  }

  private void lookAtDisk() {
    try {
      long free = Files.getFileStore(client.profile().folder()).getUsableSpace() / GIGABYTE;
      ui.run(() -> shell.freeSpaceProperty().set(Texts.text("app.disk.free", free)));
    } catch (IOException _) {
      ui.run(() -> shell.freeSpaceProperty().set(""));
    }
    background.later(LOOK_AT_DISK, this::lookAtDisk);
  }
}
