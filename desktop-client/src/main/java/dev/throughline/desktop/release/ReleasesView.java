package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignSheet;
import dev.throughline.desktop.ui.KeptRows;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** What became of what was signed: an emergency first, then each version, then what waits. */
public final class ReleasesView extends VBox {
  private final ReleaseViewModel model;
  private final VBox alarm = new VBox();
  private final KeptRows<Course, CourseView> courses;
  private final KeptRows<OrderStand, OrderView> orders;
  private Optional<ReleasesNow> now = Optional.empty();

  public ReleasesView(ReleaseViewModel model) {
    this.model = model;
    getStyleClass().add("releases");
    managedProperty().bind(visibleProperty());
    alarm.managedProperty().bind(alarm.visibleProperty());
    courses =
        new KeptRows<>(
            Course::id,
            () -> new CourseView(model),
            (view, one) -> now.ifPresent(all -> view.show(one, all)));
    orders =
        new KeptRows<>(
            OrderStand::id,
            () -> new OrderView(model),
            (view, one) -> now.ifPresent(all -> view.show(one, all)));
    courses.getStyleClass().add("courses");
    orders.getStyleClass().add("orders");
    getChildren().addAll(alarm, courses, orders);
    model.nowProperty().subscribe(this::show);
  }

  private void show(Optional<ReleasesNow> read) {
    now = read;
    setVisible(read.filter(its -> !its.courses().isEmpty()).isPresent());
    read.ifPresent(
        its -> {
          showAlarm(its);
          courses.show(its.courses());
          orders.show(its.orders());
        });
  }

  private void showAlarm(ReleasesNow all) {
    alarm.getChildren().clear();
    all.orders().stream()
        .filter(OrderStand::isUnratified)
        .map(one -> SignSheet.alarm(words(one, all)))
        .forEach(alarm.getChildren()::add);
    alarm.setVisible(!alarm.getChildren().isEmpty());
  }

  private String words(OrderStand order, ReleasesNow all) {
    String who =
        order
            .order()
            .by()
            .map(by -> all.people().getOrDefault(by, Texts.text("idea.somebody")))
            .orElse(Texts.text("idea.somebody"));
    String at = model.time().at(order.order().atMillis());
    long version = order.words().version();
    return order
        .signing()
        .map(SignCase::until)
        .map(until -> Texts.text("release.alarm", who, version, at, until))
        .orElseGet(() -> Texts.text("release.alarm.coming", who, version, at));
  }
}
