package dev.throughline.desktop.command;

import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.Rights;
import dev.throughline.model.access.Access;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** What the person may change of shared work, as views show it. UI thread only. */
public final class Permissions implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Access> access;
  private final Runnable stop;

  /** Follows the rights until it is closed. */
  public Permissions(Rights rights, UiThread ui) {
    this.access = new ReadOnlyObjectWrapper<>(this, "access", rights.access());
    this.stop = rights.onChange(() -> ui.run(() -> access.set(rights.access())));
  }

  /** Why no record of this kind may be made or changed; empty when it may. */
  public ObservableValue<Optional<String>> refusal(String kind) {
    return access.map(now -> refusal(now, kind));
  }

  /** Whether a command that changes records of this kind can be used. */
  public Availability change(String kind) {
    return refusal(access.get(), kind).map(Availability::off).orElse(Availability.READY);
  }

  private static Optional<String> refusal(Access now, String kind) {
    return now.write(kind) instanceof Access.Decision.Refused(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  @Override
  public void close() {
    stop.run();
  }
}
