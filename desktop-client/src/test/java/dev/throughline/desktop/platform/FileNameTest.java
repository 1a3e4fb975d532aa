package dev.throughline.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void aNameStaysOnOneLineAndIsReadAsItIsWritten() {
    assertThat(FileName.shown(Path.of("talks", "a\nb\u001B[31m.vtt"))).isEqualTo("a b [31m.vtt");
    assertThat(FileName.shown(Path.of("talk\u202Ettv.exe"))).isEqualTo("talkttv.exe");
    assertThat(FileName.shown(Path.of("\u05E9\u05D9\u05D7\u05D4.vtt")))
        .isEqualTo("\u05E9\u05D9\u05D7\u05D4.vtt");
  }
}
