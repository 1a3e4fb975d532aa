package dev.throughline.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyChord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeymapTest {
  private final List<Map<String, String>> kept = new ArrayList<>();
  private EnumSet<Scope> here = EnumSet.allOf(Scope.class);
  private final Commands commands = new Commands(() -> here, _ -> {});
  private final Command find = command("find", "Ctrl+F", Scope.SESSION);
  private final Command filter = command("filter", "Ctrl+F", Scope.LIBRARY);
  private final Command palette = command("palette", "Ctrl+K", Scope.EVERYWHERE);

  private Keymap keymap(Map<String, String> chosen) {
    if (commands.all().isEmpty()) {
      commands.add(List.of(find, filter, palette));
    }
    return new Keymap(commands, chosen, kept::add);
  }

  private static Command command(String id, String key, Scope scope) {
    return Command.named(id, id, Group.GO, Icon.SEARCH).in(scope).key(key).does(() -> {});
  }

  /** A page has its own command for a key of everywhere; both get their own key back. */
  @Test
  void aKeyThatTwoCommandsHaveByDefaultIsNoConflict() {
    Command wide = command("interview", "Ctrl+N", Scope.EVERYWHERE);
    Command page = command("idea", "Ctrl+N", Scope.IDEAS);
    commands.add(List.of(wide, page));
    Keymap keymap = new Keymap(commands, Map.of(), kept::add);
    for (Command one : List.of(wide, page)) {
      keymap.clear(one);
      assertThat(keymap.reset(one)).isEqualTo(new Keymap.Rebinding.Bound());
      assertThat(keymap.key(one)).contains(KeyChord.of("Ctrl+N"));
    }
    Command other = command("other", "Ctrl+Y", Scope.IDEAS);
    commands.add(List.of(other));
    assertThat(keymap.bind(other, KeyChord.of("Ctrl+N")))
        .isInstanceOf(Keymap.Rebinding.Taken.class);
  }

  @Test
  void keyMeansTheCommandOfTheScopeInForce() {
    Keymap keymap = keymap(Map.of());
    here = EnumSet.of(Scope.EVERYWHERE, Scope.LIBRARY);
    assertThat(keymap.meant(KeyChord.of("Ctrl+F"))).contains(filter);
    here = EnumSet.of(Scope.EVERYWHERE, Scope.SESSION);
    assertThat(keymap.meant(KeyChord.of("Ctrl+F"))).contains(find);
    here = EnumSet.of(Scope.EVERYWHERE);
    assertThat(keymap.meant(KeyChord.of("Ctrl+F"))).isEmpty();
  }

  @Test
  void newKeyIsKeptAndTheOldOneIsFree() {
    Keymap keymap = keymap(Map.of());
    assertThat(keymap.bind(find, KeyChord.of("Ctrl+G"))).isEqualTo(new Keymap.Rebinding.Bound());
    assertThat(kept).last().isEqualTo(Map.of("find", "Ctrl+G"));
    here = EnumSet.of(Scope.SESSION);
    assertThat(keymap.meant(KeyChord.of("Ctrl+F"))).isEmpty();
    assertThat(keymap.meant(KeyChord.of("Ctrl+G"))).contains(find);
  }

  @Test
  void keyOfAnotherThatCouldBeMeantIsNotTakenUnasked() {
    Keymap keymap = keymap(Map.of());
    assertThat(keymap.bind(find, KeyChord.of("Ctrl+K")))
        .isEqualTo(new Keymap.Rebinding.Taken(palette));
    assertThat(keymap.key(find)).contains(KeyChord.of("Ctrl+F"));
    keymap.takeOver(find, KeyChord.of("Ctrl+K"));
    assertThat(keymap.key(find)).contains(KeyChord.of("Ctrl+K"));
    assertThat(keymap.key(palette)).isEmpty();
  }

  @Test
  void sameKeyServesTwoPlacesThatNeverMeet() {
    Keymap keymap = keymap(Map.of("filter", "Ctrl+J"));
    assertThat(keymap.bind(filter, KeyChord.of("Ctrl+F"))).isEqualTo(new Keymap.Rebinding.Bound());
    assertThat(keymap.isChosen(filter)).isFalse();
  }

  @Test
  void keysThatEveryTextNeedsAreRefused() {
    Keymap keymap = keymap(Map.of());
    for (String chord : List.of("Ctrl+C", "Enter", "Tab", "Shift+Left", "Esc")) {
      assertThat(keymap.bind(find, KeyChord.of(chord)))
          .as(chord)
          .isEqualTo(new Keymap.Rebinding.Reserved());
    }
  }

  @Test
  void settingsThatCannotBeReadLeaveTheCommandItsOwnKey() {
    Keymap keymap = keymap(Map.of("find", "Strg+Quatsch", "filter", ""));
    assertThat(keymap.key(find)).contains(KeyChord.of("Ctrl+F"));
    assertThat(keymap.key(filter)).isEmpty();
  }

  @Test
  void resetGivesTheOwnKeyBackUnlessItIsTaken() {
    Keymap keymap = keymap(Map.of());
    keymap.takeOver(palette, KeyChord.of("Ctrl+F"));
    assertThat(keymap.reset(find)).isEqualTo(new Keymap.Rebinding.Taken(palette));
    keymap.resetAll();
    assertThat(keymap.key(find)).contains(KeyChord.of("Ctrl+F"));
    assertThat(keymap.key(palette)).contains(KeyChord.of("Ctrl+K"));
  }
}
