package dev.throughline.desktop.find;

import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;
import dev.throughline.desktop.search.HitKind;
import dev.throughline.desktop.search.Range;
import dev.throughline.desktop.search.Snippet;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Results of no search, for whoever wants the first real ones to come at once. */
@PartOfView("makes views that nobody sees; is none itself")
public final class FindWarmUp {
  private static final RecordId NOBODYS = new RecordId(new UUID(0, 0));
  private static final int ROWS = 4;

  private FindWarmUp() {}

  /** To be made and thrown away. */
  public static List<Supplier<Parent>> pieces(Clock clock) {
    return List.of(() -> rows(clock), () -> rows(clock));
  }

  private static Parent rows(Clock clock) {
    String name = Texts.text("find.title");
    HitGroup group =
        new HitGroup(
            HitKind.INTERVIEW,
            NOBODYS,
            name,
            name,
            name,
            Optional.of(LocalDate.now(clock)),
            false,
            1,
            Optional.of(NOBODYS));
    Hit hit =
        new Hit(
            HitKind.SAID,
            NOBODYS,
            NOBODYS,
            name,
            Optional.of(0L),
            new Snippet(name, List.of(new Range(0, name.length()))),
            0,
            name);
    VBox all = new VBox();
    for (int i = 0; i < ROWS; i++) {
      FindHeadView head = new FindHeadView(clock);
      head.show(group);
      head.setAccessibleText(FindWords.spoken(new FindRow.Head(group), clock));
      FindLineView line = new FindLineView();
      line.show(hit);
      line.setAccessibleText(FindWords.spoken(new FindRow.Line(hit, group), clock));
      all.getChildren().addAll(head, line);
    }
    return all;
  }
}
