package dev.throughline.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.throughline.desktop.platform.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  @TempDir Path folder;

  @Test
  void aProfileOpensAgainWithTheSameKey() throws Exception {
    String keyId;
    String code;
    try (Profile profile = opened(open())) {
      keyId = profile.key().id();
      code = profile.recoveryCode().shown();
      assertThat(profile.vault()).isEqualTo(KeyVault.Kind.FILE);
      assertThat(profile.isRecoverySaved()).isFalse();
      profile.markRecoverySaved();
    }
    try (Profile profile = opened(open())) {
      assertThat(profile.key().id()).isEqualTo(keyId);
      assertThat(profile.recoveryCode().shown()).isEqualTo(code);
      assertThat(profile.isRecoverySaved()).isTrue();
    }
  }

  @Test
  void aSecondOpenIsRefusedUntilTheFirstIsClosed() throws Exception {
    Profile first = opened(open());
    RecoveryCode code = first.recoveryCode();

    assertThat(refusal(this::open).code()).isEqualTo("PRO-01");
    assertThat(refusal(() -> Profile.openWithCode(profile(), code, vaults("here"))).code())
        .isEqualTo("PRO-01");

    first.close();
    opened(open()).close();
  }

  @Test
  void withoutItsKeyAProfileAsksForTheRecoveryCode() throws Exception {
    opened(open()).close();

    for (int i = 0; i < 2; i++) {
      assertThat(open("elsewhere")).isEqualTo(new Profile.NeedsRecoveryCode(profile()));
    }
  }

  @Test
  void aKeyThatIsNotThisProfilesIsNoKey() throws Exception {
    opened(open()).close();
    Path kept = onlyFile(folder.resolve("here"));
    for (String wrong : List.of("00".repeat(32), "00", "no key at all", "")) {
      Files.writeString(kept, wrong);
      assertThat(open()).isInstanceOf(Profile.NeedsRecoveryCode.class);
    }
  }

  @Test
  void theRecoveryCodeOpensAndKeepsTheKeyHere() throws Exception {
    RecoveryCode code;
    String keyId;
    try (Profile profile = opened(open())) {
      code = profile.recoveryCode();
      keyId = profile.key().id();
    }
    String typed = code.shown().toLowerCase(Locale.ROOT).replace('-', ' ');
    RecoveryCode read = RecoveryCode.parse(typed).orElseThrow();

    try (Profile profile =
        Profile.openWithCode(profile(), read, vaults("elsewhere")).orElseThrow()) {
      assertThat(profile.key().id()).isEqualTo(keyId);
      assertThat(refusal(() -> open("elsewhere")).code()).isEqualTo("PRO-01");
    }
    try (Profile profile = opened(open("elsewhere"))) {
      assertThat(profile.recoveryCode()).isEqualTo(code);
    }
  }

  @Test
  void aWrongCodeIsRefusedAndChangesNothing() throws Exception {
    opened(open()).close();
    Map<String, String> before = contents();
    RecoveryCode wrong = RecoveryCode.generate(new SecureRandom());

    assertThat(Profile.openWithCode(profile(), wrong, vaults("elsewhere"))).isEmpty();

    assertThat(contents()).isEqualTo(before);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    opened(open()).close();
  }

  @Test
  void aProfileOfANewerVersionIsRefusedAndNothingChanges() throws Exception {
    RecoveryCode code;
    try (Profile profile = opened(open())) {
      code = profile.recoveryCode();
    }
    rewrite("\"version\":1", "\"version\":2");
    Map<String, String> before = contents();

    assertThat(refusal(this::open).code()).isEqualTo("PRO-02");
    assertThat(refusal(() -> Profile.openWithCode(profile(), code, vaults("here"))).code())
        .isEqualTo("PRO-02");

    assertThat(contents()).isEqualTo(before);
    rewrite("\"version\":2", "\"version\":1");
    opened(open()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"version\":1}",
        "{\"version\":1,\"id\":\"../x\",\"keyId\":\"00\"}",
        "{\"version\":1,\"id\":\"01900000-0000-7000-8000-000000000001\"}",
        "{\"version\":\"1\",\"id\":\"01900000-0000-7000-8000-000000000001\",\"keyId\":\"00\"}"
      })
  void aDamagedDescriptionIsRefusedAndNothingChanges(String content) throws Exception {
    opened(open()).close();
    Files.writeString(profile().resolve("profile.json"), content);
    Map<String, String> before = contents();

    assertThat(refusal(this::open).code()).isEqualTo("PRO-03");

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aJournalWithoutADescriptionIsNeverTakenForANewProfile() throws Exception {
    opened(open()).close();
    Files.createDirectories(profile().resolve("journal"));
    Files.delete(profile().resolve("profile.json"));

    assertThat(refusal(this::open).code()).isEqualTo("PRO-07");
  }

  @Test
  void withoutAVaultNothingIsMade() throws Exception {
    Files.writeString(folder.resolve("blocked"), "a file where the folder of keys should be");

    assertThat(refusal(() -> open("blocked")).code()).isEqualTo("PRO-04");
    assertThat(profile().resolve("profile.json")).doesNotExist();
    opened(open()).close();
  }

  @Test
  void theFolderAloneTellsNeitherKeyNorCode() throws Exception {
    try (Profile profile = opened(open())) {
      String key = java.util.HexFormat.of().formatHex(profile.key().bytes());
      String all = String.join("\n", contents().values());
      assertThat(all).doesNotContain(key, profile.recoveryCode().shown());
      assertThat(profile.key().toString() + profile.recoveryCode()).doesNotContain(key);
    }
  }

  private Path profile() {
    return folder.resolve("anna");
  }

  private List<KeyVault> vaults(String name) {
    return KeyVaults.ofFiles(folder.resolve(name));
  }

  private Profile.Opening open() throws UserError {
    return open("here");
  }

  private Profile.Opening open(String vault) throws UserError {
    return Profile.open(profile(), vaults(vault), UUID::randomUUID, new SecureRandom());
  }

  private static Profile opened(Profile.Opening opening) {
    return switch (opening) {
      case Profile.Opened(Profile profile) -> profile;
      case Profile.NeedsRecoveryCode _ -> throw new AssertionError("the key should be here");
    };
  }

  private static UserError refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
    UserError error = catchThrowableOfType(UserError.class, opening);
    assertThat(error).isNotNull();
    return error;
  }

  private void rewrite(String from, String to) throws IOException {
    Path file = profile().resolve("profile.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private Map<String, String> contents() throws IOException {
    try (Stream<Path> files = Files.walk(profile())) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> profile().relativize(file).toString(),
                  ProfileTest::content,
                  (a, _) -> a,
                  TreeMap::new));
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
