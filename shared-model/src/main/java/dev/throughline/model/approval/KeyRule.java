package dev.throughline.model.approval;

import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a key is: everybody brings their own, shows that they hold it, and revokes it; a key
 * administrator who is somebody else confirms it, and may revoke it too. It is never put away, so
 * that old signatures can be looked up.
 */
public final class KeyRule {
  private static final Set<String> MADE_OF =
      Set.of(DeviceKey.PERSON, DeviceKey.DEVICE, DeviceKey.SPKI);

  private KeyRule() {}

  /**
   * Why somebody may not do this to a key, as a sentence; empty when they may.
   *
   * @param before its fields; empty when it is to be made
   * @param changed what the fields that are written hold then
   * @param me the record of whoever wants it; empty where nobody signs in
   */
  public static Optional<String> refusal(
      Optional<Map<String, Value>> before,
      Map<String, Value> changed,
      Action action,
      Optional<RecordId> me,
      Set<Role> roles) {
    if (me.isEmpty()) {
      return Optional.of("Keys are for people who sign in.");
    }
    FieldMap after = new FieldMap(changed);
    if (before.isEmpty()) {
      boolean isOwn = after.reference(DeviceKey.PERSON).equals(me);
      return isOwn && action == Action.EDIT && MADE_OF.equals(changed.keySet())
          ? Optional.empty()
          : Optional.of("Everybody brings a key of their own.");
    }
    Optional<RecordId> owner = new FieldMap(before.get()).reference(DeviceKey.PERSON);
    boolean isAllowed =
        action == Action.EDIT
            && changed.size() == 1
            && switch (changed.keySet().iterator().next()) {
              case DeviceKey.PROOF -> owner.equals(me);
              case DeviceKey.CONFIRMED_BY ->
                  !owner.equals(me)
                      && KeyState.of(new FieldMap(before.get()).text(DeviceKey.STATE))
                          == KeyState.PROVED
                      && roles.contains(Role.KEY_ADMIN)
                      && after.reference(DeviceKey.CONFIRMED_BY).equals(me);
              case DeviceKey.REVOKED_BY ->
                  (owner.equals(me) || roles.contains(Role.KEY_ADMIN))
                      && after.reference(DeviceKey.REVOKED_BY).equals(me);
              default -> false;
            };
    return isAllowed
        ? Optional.empty()
        : Optional.of(
            "A key is shown to be held and revoked by its owner, and confirmed by a key"
                + " administrator who is somebody else.");
  }
}
