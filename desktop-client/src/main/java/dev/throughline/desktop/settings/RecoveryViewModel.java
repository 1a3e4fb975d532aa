package dev.throughline.desktop.settings;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.RecoveryCode;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Opens a profile with its recovery code when its key is not on this computer. */
public final class RecoveryViewModel {
  /** Opens the profile and keeps its key here; empty when the code is not this profile's. */
  @FunctionalInterface
  public interface Opener {
    Optional<Profile> open(RecoveryCode code) throws UserError;
  }

  private final Path folder;
  private final Opener opener;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Profile> opened;
  private final StringProperty code = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper();

  /** {@code opened} gets the profile, once, on the UI thread. */
  public RecoveryViewModel(
      Path folder, Opener opener, Background background, UiThread ui, Consumer<Profile> opened) {
    this.folder = folder;
    this.opener = opener;
    this.background = background;
    this.ui = ui;
    this.opened = opened;
    code.subscribe(_ -> problem.set(""));
  }

  Path folder() {
    return folder;
  }

  StringProperty codeProperty() {
    return code;
  }

  /** Why the last code did not open the profile; empty while a new one is typed. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty isBusyProperty() {
    return isBusy.getReadOnlyProperty();
  }

  void open() {
    Optional<RecoveryCode> typed = RecoveryCode.parse(code.get());
    if (typed.isEmpty()) {
      problem.set(Texts.text("recovery.malformed"));
      return;
    }
    if (!isBusy.get()) {
      isBusy.set(true);
      background.run(() -> tryOpen(typed.get()));
    }
  }

  private void tryOpen(RecoveryCode typed) {
    try {
      Optional<Profile> profile = opener.open(typed);
      ui.run(
          () -> {
            isBusy.set(false);
            profile.ifPresentOrElse(opened, () -> problem.set(Texts.text("recovery.wrong")));
          });
    } catch (UserError e) {
      ui.run(
          () -> {
            isBusy.set(false);
            problem.set(e.shown());
          });
    }
  }
}
