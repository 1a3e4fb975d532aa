package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AvatarTest {
  @Test
  void initialsTakeFirstAndLastWord() {
    assertThat(Avatar.initials("Ines Kohl")).isEqualTo("IK");
    assertThat(Avatar.initials(" mara  de Lind ")).isEqualTo("ML");
    assertThat(Avatar.initials("Ömer")).isEqualTo("Ö");
    assertThat(Avatar.initials("")).isEmpty();
  }
}
