package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void argumentsTakeTheirSlots() {
    assertThat(Texts.text("ui.filter.remove", "5 to 75 min"))
        .isEqualTo("Remove filter: 5 to 75 min");
  }

  @Test
  void charactersOfTheArgumentMeanNothing() {
    assertThat(Texts.text("ui.filter.remove", "$1 {0} it's \\"))
        .isEqualTo("Remove filter: $1 {0} it's \\");
  }

  @Test
  void oneAndManyHaveTheirOwnWords() {
    assertThat(Texts.count("ui.task.more", 1)).isEqualTo("1 more");
    assertThat(Texts.count("ui.task.more", 18_204)).isEqualTo("18,204 more");
  }

  @Test
  void missingKeyNamesTheLineToPaste() {
    assertThatThrownBy(() -> Texts.text("nowhere.to.be.found"))
        .hasMessage("Add to texts.properties: nowhere.to.be.found=…");
  }

  @Test
  void missingArgumentIsRefused() {
    assertThatThrownBy(() -> Texts.text("ui.filter.remove")).hasMessageContaining("{0}");
  }
}
