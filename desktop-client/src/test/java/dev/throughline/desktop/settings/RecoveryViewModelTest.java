package dev.throughline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.account.KeyVaults;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.platform.UserError;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryViewModelTest {
  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Profile> opened = new ArrayList<>();
  private List<KeyVault> otherComputer;
  private Path profile;
  private String code;

  @BeforeEach
  void profileFromAnotherComputer() throws UserError {
    profile = folder.resolve("mara");
    otherComputer = KeyVaults.ofFiles(folder.resolve("other"));
    Profile made = opened(KeyVaults.ofFiles(folder.resolve("first")));
    code = made.recoveryCode().shown();
    made.close();
  }

  private Profile opened(List<KeyVault> vaults) throws UserError {
    return ((Profile.Opened)
            Profile.open(
                profile, vaults, new SystemIds(time, new SecureRandom()), new SecureRandom()))
        .profile();
  }

  private RecoveryViewModel page() {
    return new RecoveryViewModel(
        profile,
        typed -> Profile.openWithCode(profile, typed, otherComputer),
        time,
        Runnable::run,
        opened::add);
  }

  @Test
  void rightCodeOpensTheProfileHoweverItIsTyped() throws UserError {
    RecoveryViewModel page = page();
    page.codeProperty().set(code.toLowerCase(Locale.ROOT).replace("-", " "));
    page.open();
    assertThat(opened).hasSize(1);
    assertThat(page.problemProperty().get()).isEmpty();
    opened.getFirst().close();
    opened(otherComputer).close();
  }

  @Test
  void wrongCodeIsAnsweredInOneSentenceAndLeavesTheProfileClosed() throws UserError {
    RecoveryViewModel page = page();
    page.codeProperty().set("0000-0000-0000-0000-0000-0000");
    page.open();
    assertThat(opened).isEmpty();
    assertThat(page.problemProperty().get())
        .isEqualTo(
            "This code does not open this profile. Nothing was changed; compare it with the one"
                + " you saved. Code PRO-09.");
    assertThat(page.isBusyProperty().get()).isFalse();
  }

  @Test
  void whatCannotBeACodeIsNotEvenTried() {
    RecoveryViewModel page = page();
    page.codeProperty().set("hello");
    page.open();
    assertThat(page.problemProperty().get()).contains("24 letters and digits");
  }

  @Test
  void typingAgainTakesTheProblemAway() {
    RecoveryViewModel page = page();
    page.codeProperty().set("hello");
    page.open();
    page.codeProperty().set("hello, 2");
    assertThat(page.problemProperty().get()).isEmpty();
  }

  @Test
  void lockedProfileSaysSo() throws UserError {
    try (Profile other = opened(KeyVaults.ofFiles(folder.resolve("first")))) {
      RecoveryViewModel page = page();
      page.codeProperty().set(other.recoveryCode().shown());
      page.open();
      assertThat(page.problemProperty().get()).contains("Code PRO-");
    }
    assertThat(opened).isEmpty();
  }
}
