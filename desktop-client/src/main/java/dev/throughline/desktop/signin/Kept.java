package dev.throughline.desktop.signin;

import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a profile keeps of signing in: the session, and whose profile it is, which stays when the
 * session is over. One profile is one person's.
 *
 * @param owner issuer and subject of the person this profile belongs to; empty before the first
 *     sign-in
 */
record Kept(Optional<Session> session, String owner, String ownerName) {
  static final Kept NOTHING = new Kept(Optional.empty(), "", "");

  static Kept read(SessionStore store) {
    try {
      return store
          .read()
          .map(bytes -> WireFormat.VALUE.decode(bytes, Encoding.CBOR))
          .filter(Value.Entries.class::isInstance)
          .map(value -> of(((Value.Entries) value).values()))
          .orElse(NOTHING);
    } catch (MalformedMessage | IllegalArgumentException _) {
      return NOTHING;
    }
  }

  private static Kept of(Map<String, Value> members) {
    FieldMap fields = new FieldMap(members);
    Optional<Session> session =
        members.get("session") instanceof Value.Entries(var inner)
            ? Optional.of(Session.of(inner))
            : Optional.empty();
    return new Kept(session, fields.text("owner"), fields.text("ownerName"));
  }

  boolean write(SessionStore store) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("owner", Value.text(owner));
    members.put("ownerName", Value.text(ownerName));
    session.ifPresent(now -> members.put("session", now.toValue()));
    return store.write(WireFormat.VALUE.encode(new Value.Entries(members), Encoding.CBOR));
  }

  static String owner(Session session) {
    return session.program().issuer() + " " + session.person().subject();
  }

  /** Whether the person of a session may work in this profile. */
  boolean isFor(Session session) {
    return owner.isEmpty() || owner.equals(owner(session));
  }

  Kept with(Session now) {
    return new Kept(Optional.of(now), owner(now), now.person().name());
  }

  Kept signedOut() {
    return new Kept(Optional.empty(), owner, ownerName);
  }
}
