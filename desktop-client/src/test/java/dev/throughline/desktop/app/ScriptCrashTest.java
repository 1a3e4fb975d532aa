package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptCrashTest {
  @Test
  void aBugOfACommandSaysWhereItBrokeAndNothingOfWhatPeopleWrote() {
    String said = ScriptCrash.said(new IllegalStateException("Interview with Zoe"));
    assertThat(said)
        .contains("Everything that was saved is safe.", "CRA-", "IllegalStateException")
        .contains(ScriptCrashTest.class.getSimpleName())
        .doesNotContain("Zoe");
  }
}
