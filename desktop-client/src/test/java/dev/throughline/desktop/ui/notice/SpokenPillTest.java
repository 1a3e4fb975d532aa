package dev.throughline.desktop.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.ui.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import org.junit.jupiter.api.Test;

/** What assistive technology hears of how safe the work is. */
class SpokenPillTest {
  @Test
  void anotherStateIsSaidAndANumberIsNot() throws Exception {
    List<String> said =
        FxThread.call(
            () -> {
              ObjectProperty<Pill> pill =
                  new SimpleObjectProperty<>(new Pill(PillState.SAVED, "All saved on the server"));
              Announcer announcer = new Announcer(SyncPill.spoken(pill));
              List<String> heard = new ArrayList<>();
              announcer.accessibleTextProperty().addListener((_, _, now) -> heard.add(now));
              pill.set(new Pill(PillState.WAITING, "1 waiting"));
              pill.set(new Pill(PillState.WAITING, "2 waiting"));
              pill.set(new Pill(PillState.OFFLINE, "Offline since 09:10"));
              assertThat(announcer.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                  .isEqualTo("Offline since 09:10");
              return heard;
            });
    assertThat(said).containsExactly("1 waiting", "Offline since 09:10");
  }
}
