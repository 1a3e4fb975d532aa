package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"Ctrl+K", "Ctrl+Shift+F", "Alt+Left", "F6", "Shift+F3", "?", "Ctrl++", "Ctrl+,"})
  void isReadAsItIsWritten(String written) {
    assertThat(KeyChord.of(written)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Ctrl", "Ctrl+", "Ctrl+Ctrl+K", "Strg+K", "Ctrl+Nothing", "F13", "+K"})
  void nonsenseIsNoKey(String written) {
    assertThat(KeyChord.parse(written).filter(chord -> chord.toString().equals(written))).isEmpty();
  }

  @Test
  void orderOfWhatIsHeldDoesNotMatter() {
    assertThat(KeyChord.of("Shift+Ctrl+Z")).isEqualTo(KeyChord.of("Ctrl+Shift+Z"));
  }

  @Test
  void mistakeOfTheProgramIsLoud() {
    assertThatThrownBy(() -> KeyChord.of("Hyper+K")).hasMessageContaining("Hyper+K");
  }
}
