package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Group;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.travel.OfflineDesk;
import dev.throughline.desktop.travel.TravelViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done with recordings on their way, and to have them without a server. */
final class TravelCommands {
  private final TravelViewModel travel;
  private final OfflineDesk offline;
  private final ShellViewModel shell;
  private final StudyExits.Offline studies;

  TravelCommands(SoundDesks sound, ShellViewModel shell, StudyExits.Offline studies) {
    this.travel = sound.travel();
    this.offline = sound.offline();
    this.shell = shell;
    this.studies = studies;
  }

  List<Command> all() {
    return List.of(
        Command.named("recording.offline", Group.SOUND, Icon.IMPORT)
            .in(Scope.SESSION)
            .key("Ctrl+Alt+O")
            .onlyIf(
                () -> offline.stateProperty().get().isPossible(), "command.recording.offline.off")
            .does(offline::makeOffline),
        Command.named("recording.letGo", Group.SOUND, Icon.CLOSE)
            .in(Scope.SESSION)
            .onlyIf(() -> offline.stateProperty().get().isWanted(), "command.recording.letGo.off")
            .does(offline::letGo),
        Command.named("study.offline", Group.LIBRARY, Icon.IMPORT)
            .in(Scope.STUDY)
            .onlyIf(
                () -> study().filter(studies::isPossible).isPresent(), "command.study.offline.off")
            .does(onStudy(studies::make)),
        Command.named("study.letGo", Group.LIBRARY, Icon.CLOSE)
            .in(Scope.STUDY)
            .onlyIf(() -> study().filter(studies::isWanted).isPresent(), "command.study.letGo.off")
            .does(onStudy(studies::letGo)),
        Command.named("recordings.pause", Group.WORKSPACE, Icon.PAUSE)
            .does(() -> travel.setPaused(!travel.pausedProperty().get())),
        Command.named("recordings.metered", Group.WORKSPACE, Icon.WAITING)
            .does(() -> travel.setMetered(!travel.meteredProperty().get())),
        Command.named("recordings.free", Group.WORKSPACE, Icon.DISK).does(this::free));
  }

  private void free() {
    shell.open(PlaceIds.SYNC);
    travel.free();
  }

  private Optional<RecordId> study() {
    return PlaceIds.studyOf(shell.locationProperty().get().page());
  }

  private Runnable onStudy(Consumer<RecordId> act) {
    return () -> study().ifPresent(act);
  }
}
