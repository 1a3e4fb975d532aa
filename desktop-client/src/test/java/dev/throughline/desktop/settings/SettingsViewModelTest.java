package dev.throughline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Toast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  @TempDir Path folder;
  private SettingsDesk desk;
  private SettingsViewModel place;

  @BeforeEach
  void open() {
    desk = new SettingsDesk(folder.resolve("mara"));
    place = desk.place;
    place.setShowing(true);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void chosenLooksApplyAtOnceAndAreKept() {
    place.themeProperty().set(ThemeChoice.DARK);
    place.scaleProperty().set(150);
    assertThat(desk.theme.get()).isEqualTo(ThemeChoice.DARK);
    assertThat(desk.scale.get()).isEqualTo(150);
    assertThat(desk.client.settings().theme()).isEqualTo("dark");
    assertThat(desk.client.settings().scale()).isEqualTo(150);
  }

  @Test
  void openingThePlaceWritesNoSetting() {
    assertThat(folder.resolve("mara").resolve("settings.json")).doesNotExist();
  }

  @Test
  void nameIsSavedAfterAPause() {
    place.name().typedProperty().set("Mara");
    place.name().typedProperty().set("Mara L.");
    assertThat(desk.client.settings().displayName()).isEmpty();
    desk.time.pass(NameViewModel.PAUSE);
    assertThat(desk.client.settings().displayName()).contains("Mara L.");
    assertThat(place.displayNameProperty().get()).isEqualTo("Mara L.");
    assertThat(place.name().isSavedProperty().get()).isTrue();
  }

  @Test
  void nameIsNotLostWhenThePlaceIsLeftAtOnce() {
    place.name().typedProperty().set("Mara L.");
    place.setShowing(false);
    assertThat(desk.client.settings().displayName()).contains("Mara L.");
  }

  @Test
  void nameGivenElsewhereIsShownWhenThePlaceOpens() {
    desk.client.settings().setDisplayName("Ines K.");
    place.readName();
    assertThat(place.name().typedProperty().get()).isEqualTo("Ines K.");
    assertThat(place.displayNameProperty().get()).isEqualTo("Ines K.");
  }

  @Test
  void whatIsBeingTypedIsNotOverwritten() {
    place.name().typedProperty().set("Mara");
    desk.client.settings().setDisplayName("Ines K.");
    place.readName();
    assertThat(place.name().typedProperty().get()).isEqualTo("Mara");
  }

  @Test
  void clearedNameIsNoName() {
    place.name().typedProperty().set("Mara L.");
    place.name().commit();
    place.name().typedProperty().set("  ");
    place.name().commit();
    assertThat(desk.client.settings().displayName()).isEmpty();
    assertThat(place.displayNameProperty().get()).isEmpty();
  }

  @Test
  void codeIsHiddenUntilAskedForAndAgainWhenThePlaceIsLeft() {
    String code = desk.client.profile().recoveryCode().shown();
    assertThat(place.code().shownProperty().get())
        .isEqualTo(CodeViewModel.HIDDEN)
        .hasSameSizeAs(code);
    place.code().showOrHide();
    assertThat(place.code().shownProperty().get()).isEqualTo(code);
    place.setShowing(false);
    assertThat(place.code().shownProperty().get()).isEqualTo(CodeViewModel.HIDDEN);
  }

  @Test
  void codeIsCopiedWithoutBeingShown() {
    List<String> clipboard = new ArrayList<>();
    place.code().copy(clipboard::add);
    assertThat(clipboard).containsExactly(desk.client.profile().recoveryCode().shown());
    assertThat(place.code().isShownProperty().get()).isFalse();
    assertThat(desk.toasts).extracting(Toast::title).containsExactly("Recovery code copied");
  }

  @Test
  void savedCodeIsRememberedByTheProfile() {
    assertThat(place.isRecoverySavedProperty().get()).isFalse();
    place.code().markSaved();
    assertThat(place.isRecoverySavedProperty().get()).isTrue();
    assertThat(desk.client.profile().isRecoverySaved()).isTrue();
  }

  @Test
  void sampleOpensInOneActionAndGoesAfterAQuestion() {
    assertThat(place.workspace().isSampleOpenProperty().get()).isFalse();
    place.workspace().openSample();
    assertThat(place.workspace().isSampleOpenProperty().get()).isTrue();
    assertThat(desk.client.interviews().count()).isPositive();
    place.workspace().askRemoval();
    assertThat(place.workspace().isRemovalAskedProperty().get()).isTrue();
    place.workspace().removeSample();
    assertThat(place.workspace().isSampleOpenProperty().get()).isFalse();
    assertThat(desk.client.interviews().count()).isZero();
    assertThat(desk.toasts)
        .extracting(Toast::title)
        .containsExactly("Sample opened", "Sample removed");
  }

  @Test
  void questionAboutTheSampleIsGoneWhenThePlaceIsLeft() {
    place.workspace().openSample();
    place.workspace().askRemoval();
    place.setShowing(false);
    assertThat(place.workspace().isRemovalAskedProperty().get()).isFalse();
    assertThat(desk.client.samples().isOpen()).isTrue();
  }

  @Test
  void exportsGoThroughTheDoorThatEveryPlaceShares() {
    place.workspace().exportInto(folder.resolve("out"));
    place.workspace().exportTo(folder.resolve("work.json"));
    assertThat(desk.exported).containsExactly("everything out", "json work.json");
    assertThat(desk.toasts).isEmpty();
  }
}
