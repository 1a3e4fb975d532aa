package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parts stand beside each other while they have room, and in lines where not. */
class FoldingRowTest {
  private static final double HEIGHT = 20;

  private final Label gauge = gauge();
  private final Region first = part(100, 100);
  private final Region second = part(50, 200);
  private final Region third = part(100, 100);

  @BeforeAll
  static void begin() throws Exception {
    FxThread.call(() -> true);
  }

  private static Label gauge() {
    Label label = new Label();
    label.setManaged(false);
    return label;
  }

  private static Region part(double least, double wished) {
    Region part = new Region();
    part.setMinSize(least, HEIGHT);
    part.setPrefSize(wished, HEIGHT);
    return part;
  }

  private FoldingRow row(double width, Node... parts) {
    FoldingRow row = new FoldingRow(0, gauge, parts);
    row.resize(width, 100);
    row.layout();
    return row;
  }

  @Test
  void withRoomAllStandInOneLineAndTheRestIsBetween() throws Exception {
    FxThread.call(
        () -> {
          FoldingRow row = row(1_000, first, second, Spaces.grow(), third);
          assertThat(row.prefHeight(1_000)).isEqualTo(HEIGHT);
          assertThat(second.getLayoutX()).isEqualTo(100);
          assertThat(second.getWidth()).isEqualTo(200);
          assertThat(third.getLayoutX()).isEqualTo(900);
          return row;
        });
  }

  @Test
  void whatMayBeNarrowerIsSoBeforeTheRowFolds() throws Exception {
    FxThread.call(
        () -> {
          FoldingRow row = row(260, first, second, third);
          assertThat(row.prefHeight(260)).isEqualTo(HEIGHT);
          assertThat(second.getWidth()).isEqualTo(60);
          assertThat(third.getLayoutX()).isEqualTo(160);
          return row;
        });
  }

  @Test
  void withoutRoomThereAreLinesAndNothingIsOutside() throws Exception {
    FxThread.call(
        () -> {
          FoldingRow row = row(160, first, second, third);
          assertThat(row.prefHeight(160)).isEqualTo(2 * HEIGHT);
          assertThat(row.minWidth(-1)).isEqualTo(100);
          assertThat(second.getLayoutY()).isZero();
          assertThat(second.getLayoutX() + second.getWidth()).isEqualTo(160);
          assertThat(third.getLayoutX()).isZero();
          assertThat(third.getLayoutY()).isEqualTo(HEIGHT);
          return row;
        });
  }

  @Test
  void theSparePartIsLeftOutWhileFoldedAndComesBack() throws Exception {
    FxThread.call(
        () -> {
          FoldingRow row = row(240, first, second, third).spare(second);
          row.resize(239, 100);
          row.layout();
          assertThat(second.isVisible()).isFalse();
          assertThat(third.getLayoutX()).isEqualTo(100);
          row.resize(250, 100);
          row.layout();
          assertThat(second.isVisible()).isTrue();
          assertThat(third.getLayoutX()).isEqualTo(150);
          return row;
        });
  }
}
