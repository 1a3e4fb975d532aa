package dev.throughline.desktop.device;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.sync.DeviceList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The devices of the person, as the server tells of them. UI thread only. */
public final class DevicesViewModel {
  private final DeviceParts parts;
  private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyObjectWrapper<Optional<DeviceId>> asked =
      new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());

  public DevicesViewModel(DeviceParts parts) {
    this.parts = parts;
    line.set(Texts.text("device.none"));
  }

  /** The one that came last first. */
  ObservableList<DeviceRow> rows() {
    return rows;
  }

  /** What the list is, or why there is none. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** What this device is called. */
  ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** The device of which the person is asked whether it should be signed out. */
  ReadOnlyObjectProperty<Optional<DeviceId>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Asks the server again; what was told before stays on the screen meanwhile. */
  public void refresh() {
    asked.set(Optional.empty());
    parts
        .background()
        .run(
            () -> {
              String called = parts.desk().name();
              parts.ui().run(() -> name.set(called));
              show(parts.desk().devices());
            });
  }

  void rename(String called) {
    parts
        .background()
        .run(
            () -> {
              parts.desk().rename(called);
              String now = parts.desk().name();
              parts.ui().run(() -> name.set(now));
            });
  }

  /** Asks the person first: it is for good. */
  void ask(DeviceRow row) {
    asked.set(Optional.of(row.id()));
  }

  void keep() {
    asked.set(Optional.empty());
  }

  void end(DeviceRow row) {
    asked.set(Optional.empty());
    parts
        .background()
        .run(
            () -> {
              Optional<Reply<DeviceList>> reply = parts.desk().end(row.id());
              parts.ui().run(() -> parts.toasts().accept(told(row, reply)));
              if (reply.filter(Reply.Ok.class::isInstance).isPresent()) {
                show(reply);
              }
            });
  }

  private static Toast told(DeviceRow row, Optional<Reply<DeviceList>> reply) {
    return switch (reply.orElse(new Reply.Unreachable<>("", 0))) {
      case Reply.Ok<DeviceList> _ ->
          Toast.done(Texts.text("device.ended", row.name()), Texts.text("device.ended.line"));
      case Reply.Refused<DeviceList>(String code, String sentence) ->
          Toast.failed(Texts.text("device.failed"), Texts.text("device.coded", sentence, code));
      case Reply.Unreachable<DeviceList> _ ->
          Toast.failed(Texts.text("device.failed"), Texts.text("device.away"));
    };
  }

  private void show(Optional<Reply<DeviceList>> reply) {
    if (reply.isEmpty()) {
      show(List.of(), Texts.text("device.none"));
      return;
    }
    switch (reply.get()) {
      case Reply.Ok<DeviceList>(DeviceList list) -> {
        Optional<DeviceId> here = parts.desk().thisDevice();
        show(
            list.devices().stream().map(entry -> row(entry, here)).toList(),
            Texts.text("device.line"));
      }
      case Reply.Refused<DeviceList>(String code, String sentence) ->
          show(List.of(), Texts.text("device.coded", sentence, code));
      case Reply.Unreachable<DeviceList> _ -> show(List.of(), Texts.text("device.away"));
    }
  }

  private void show(List<DeviceRow> now, String sentence) {
    parts
        .ui()
        .run(
            () -> {
              line.set(sentence);
              rows.setAll(now);
            });
  }

  private DeviceRow row(DeviceList.Entry entry, Optional<DeviceId> here) {
    return new DeviceRow(
        entry.device(),
        entry.name().isBlank() ? Texts.text("device.unnamed") : entry.name(),
        entry.yours() ? "" : entry.person(),
        here.filter(entry.device()::equals).isPresent(),
        parts.time().at(entry.seenAtMillis()),
        entry.waiting(),
        entry.end());
  }

  String endedWords(DeviceList.End end) {
    return Texts.text("device.was.ended", end.by(), parts.time().at(end.atMillis()));
  }
}
