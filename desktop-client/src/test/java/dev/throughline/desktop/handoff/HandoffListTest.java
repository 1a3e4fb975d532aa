package dev.throughline.desktop.handoff;

import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** The list says how far the last version of each handoff is. */
class HandoffListTest extends ReleaseDesk {
  private void showsInList(String words) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", "");
          return true;
        });
    whole.await("the list says: " + words, () -> whole.says(words));
  }

  @Test
  void theListFollowsAReleaseUntilItIsVerified() throws Exception {
    showsInList("Submitted, version 2");
    is(ReleaseState.TESTING, Waits.CHECKS);
    showsInList("Version 2 is tested");
    is(ReleaseState.VERIFIED, Waits.NOTHING);
    showsInList("Version 2 is verified");
  }

  @Test
  void theListNamesWhatFailed() throws Exception {
    is(ReleaseState.FAILED, Waits.SIGNATURES);
    showsInList("Version 2 failed");
  }

  @Test
  void thePaletteLeadsToAHandoff() throws Exception {
    showsInList("Submitted, version 2");
    whole.press("Ctrl+K");
    whole.type("picture, two");
    whole.await("the handoff is found", () -> foundFirst().contains("handoff"));
    whole.press("Enter");
    whole.await("its page is open", () -> !whole.shown("preflight").isEmpty());
  }

  private String foundFirst() throws Exception {
    return whole.shown("tl-palette-line").stream()
        .map(Node::getAccessibleText)
        .findFirst()
        .orElse("");
  }
}
