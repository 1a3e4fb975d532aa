package dev.throughline.desktop.settings;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.RecoveryCode;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The recovery code: hidden until asked for, and whether the person keeps it somewhere. */
final class CodeViewModel {
  /** As long as a code, so that showing it moves nothing. */
  static final String HIDDEN = "••••-••••-••••-••••-••••-••••";

  private final Profile profile;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(HIDDEN);
  private final ReadOnlyBooleanWrapper isShown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper isSaved;

  CodeViewModel(Profile profile, Background background, UiThread ui, Consumer<Toast> toasts) {
    this.profile = profile;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    this.isSaved = new ReadOnlyBooleanWrapper(profile.isRecoverySaved());
  }

  /** The code, or dots while it is hidden. */
  ReadOnlyStringProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty isShownProperty() {
    return isShown.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty isSavedProperty() {
    return isSaved.getReadOnlyProperty();
  }

  void showOrHide() {
    if (isShown.get()) {
      hide();
      return;
    }
    background.run(
        () -> {
          RecoveryCode code = profile.recoveryCode();
          ui.run(
              () -> {
                shown.set(code.shown());
                isShown.set(true);
              });
        });
  }

  /** Also when the place is left: a code should not stand on a screen nobody looks at. */
  void hide() {
    shown.set(HIDDEN);
    isShown.set(false);
  }

  /** Hands the code over for the clipboard, without showing it. */
  void copy(Consumer<String> clipboard) {
    background.run(
        () -> {
          RecoveryCode code = profile.recoveryCode();
          ui.run(
              () -> {
                clipboard.accept(code.shown());
                toasts.accept(
                    Toast.done(
                        Texts.text("settings.code.copied"),
                        Texts.text("settings.code.copied.detail")));
              });
        });
  }

  /** The person says the code is kept somewhere safe. */
  void markSaved() {
    background.run(
        () -> {
          try {
            profile.markRecoverySaved();
            ui.run(
                () -> {
                  isSaved.set(true);
                  hide();
                });
          } catch (UserError e) {
            ui.run(
                () -> toasts.accept(Toast.failed(Texts.text("settings.code.unmarked"), e.shown())));
          }
        });
  }
}
