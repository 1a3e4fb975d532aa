package dev.throughline.desktop.approval;

import dev.throughline.desktop.idea.TeamNames;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The keys of the team, and that of this computer. UI thread only. */
public final class SigningKeysViewModel {
  private final Signing signing;
  private final Surroundings around;
  private final Reread<Keys> reading;
  private final ReadOnlyObjectWrapper<Keys> keys =
      new ReadOnlyObjectWrapper<>(this, "keys", Keys.NONE);

  /**
   * What is known of keys.
   *
   * @param mine that of this computer
   * @param isAdmin whether whoever looks confirms keys of others
   */
  record Keys(
      List<DeviceKey> all,
      Optional<DeviceKey> mine,
      Optional<RecordId> me,
      boolean isAdmin,
      boolean maySign,
      Map<RecordId, String> people) {
    static final Keys NONE =
        new Keys(List.of(), Optional.empty(), Optional.empty(), false, false, Map.of());

    boolean isOwn(DeviceKey key) {
      return me.isPresent() && key.person().equals(me);
    }

    /** Whether whoever looks is to compare it with its owner. */
    boolean isToConfirm(DeviceKey key) {
      return isAdmin && !isOwn(key) && key.state() == KeyState.PROVED;
    }

    boolean isToRevoke(DeviceKey key) {
      return (isAdmin || isOwn(key)) && key.state() != KeyState.REVOKED;
    }
  }

  public SigningKeysViewModel(Signing signing, Surroundings around) {
    this.signing = signing;
    this.around = around;
    this.reading = new Reread<>(around, this::read, keys::set);
    signing.store().onChange(this::changed);
    signing.store().rights().onChange(() -> around.ui().run(reading::ask));
    reading.ask();
  }

  private void changed(RecordsChanged change) {
    if (change.touches(DeviceKey.KIND.name())) {
      around.ui().run(reading::ask);
    }
  }

  private Keys read() {
    // The nonce of a key that was just brought is answered by itself.
    signing.prove();
    Set<Role> roles = signing.store().rights().access().roles().orElse(Set.of());
    return new Keys(
        signing.keys(),
        signing.mine(),
        signing.store().rights().person(),
        roles.contains(Role.KEY_ADMIN),
        signing.store().rights().access().write(DeviceKey.KIND.name())
            instanceof dev.throughline.model.access.Access.Decision.Allowed,
        TeamNames.of(signing.store()));
  }

  ReadOnlyObjectProperty<Keys> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** Makes a key where one is missing; else says what stands in the way. */
  public void forSigning(SignCase about) {
    about.obstacle().ifPresent(its -> say(its, ApprovalWords.obstacle(about)));
  }

  private void say(Obstacle obstacle, String words) {
    if (obstacle == Obstacle.NO_KEY || obstacle == Obstacle.KEY_REVOKED) {
      bring();
    } else {
      around
          .toasts()
          .accept(new Toast(Toast.Kind.ATTENTION, Texts.text("approval.cannot"), words, List.of()));
    }
  }

  /** The key of this computer; empty while it has none. */
  public Optional<DeviceKey> mine() {
    return keys.get().mine();
  }

  /**
   * Whether the key of this computer counts; else makes one where it is missing, or says what
   * stands in the way.
   */
  public boolean isReady() {
    Optional<Obstacle> obstacle = Obstacle.of(keys.get().mine());
    obstacle.ifPresent(its -> say(its, ApprovalWords.obstacle(its)));
    return obstacle.isEmpty();
  }

  /** Makes a key for this computer and asks the team to confirm it. */
  void bring() {
    run(signing::bring, "approval.key.made", "approval.key.made.detail");
  }

  void confirm(DeviceKey key) {
    run(() -> signing.confirm(key), "approval.key.confirmed", "approval.key.confirmed.detail");
  }

  void revoke(DeviceKey key) {
    run(() -> signing.revoke(key), "approval.key.revoked", "approval.key.revoked.detail");
  }

  private void run(Supplier<Optional<SaveResult.NotSaved>> work, String done, String detail) {
    around
        .background()
        .run(
            () -> {
              Optional<SaveResult.NotSaved> problem = work.get();
              around
                  .ui()
                  .run(
                      () ->
                          around
                              .toasts()
                              .accept(
                                  problem
                                      .map(
                                          why ->
                                              Toast.failed(
                                                  Texts.text("approval.key.failed"),
                                                  why.sentence()))
                                      .orElseGet(
                                          () -> Toast.done(Texts.text(done), Texts.text(detail)))));
            });
  }
}
