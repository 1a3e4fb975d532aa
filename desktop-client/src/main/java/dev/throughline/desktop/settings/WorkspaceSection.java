package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** The sample workspace, and the export of one's own. */
final class WorkspaceSection extends SettingSection {
  private final WorkspaceViewModel workspace;
  private final Button open;
  private final Button remove;
  private final Button keep;
  private final Button really;
  private final SettingRow sample;

  WorkspaceSection(WorkspaceViewModel workspace) {
    super(Texts.text("settings.workspace"));
    this.workspace = workspace;
    open = Buttons.standard(Texts.text("settings.sample.open"), workspace::openSample);
    remove = Buttons.standard(Texts.text("settings.sample.remove"), this::ask);
    keep = Buttons.standard(Texts.text("settings.sample.remove.no"), this::keep);
    really =
        Buttons.danger(
            Texts.text("settings.sample.remove.yes"), Icon.DELETE, workspace::removeSample);
    String name = Texts.text("settings.sample");
    sample = new SettingRow(name, Texts.text("settings.sample.line"), open, remove, keep, really);
    Button export =
        Buttons.standard(Texts.text("settings.export.action"), Icon.EXPORT, this::export);
    Button file = Buttons.standard(Texts.text("settings.export.file"), this::exportFile);
    open.disableProperty().bind(workspace.isBusyProperty());
    add(
        sample,
        new SettingRow(
            Texts.text("settings.export"), Texts.text("settings.export.line"), file, export));
    workspace.isSampleOpenProperty().subscribe(_ -> offer());
    workspace.isRemovalAskedProperty().subscribe(_ -> offer());
  }

  private void offer() {
    boolean isOpen = workspace.isSampleOpenProperty().get();
    boolean isAsked = isOpen && workspace.isRemovalAskedProperty().get();
    offer(open, !isOpen);
    offer(remove, isOpen && !isAsked);
    offer(keep, isAsked);
    offer(really, isAsked);
    sample
        .line()
        .setText(Texts.text(isAsked ? "settings.sample.remove.ask" : "settings.sample.line"));
  }

  /** The question takes the focus to its safe answer, and gives it back. */
  private void ask() {
    workspace.askRemoval();
    keep.requestFocus();
  }

  private void keep() {
    workspace.keepSample();
    remove.requestFocus();
  }

  private void export() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Texts.text("settings.export.into"));
    Optional<File> chosen = Optional.ofNullable(chooser.showDialog(getScene().getWindow()));
    chosen.map(File::toPath).ifPresent(workspace::exportInto);
  }

  private void exportFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Texts.text("settings.export.choose"));
    chooser.setInitialFileName(Texts.text("settings.export.name"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Texts.text("settings.export.types"), "*.json"));
    Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()));
    chosen.map(File::toPath).ifPresent(workspace::exportTo);
  }

  private static void offer(Button button, boolean offered) {
    button.setVisible(offered);
    button.setManaged(offered);
  }
}
