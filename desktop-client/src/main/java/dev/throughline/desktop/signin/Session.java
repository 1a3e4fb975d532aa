package dev.throughline.desktop.signin;

import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A person signed in to one server.
 *
 * @param server the only server the tokens are shown to
 * @param person who it is
 * @param access what proves it to the server, until {@code accessUntil}
 * @param refresh what gets the next access token; counts once
 * @param accessUntil in milliseconds of this computer's clock
 */
record Session(
    URI server, Program program, Person person, String access, String refresh, long accessUntil) {

  /** Where this program is known, and as what. */
  record Program(String issuer, String client, URI token, Optional<URI> revocation) {}

  /** Who signed in: the issuer's name for the person never changes, what people read may. */
  record Person(String subject, String name) {}

  Session with(String freshAccess, String freshRefresh, long until) {
    return new Session(server, program, person, freshAccess, freshRefresh, until);
  }

  Value toValue() {
    return new Value.Entries(
        Map.of(
            "server", Value.text(server.toString()),
            "issuer", Value.text(program.issuer()),
            "client", Value.text(program.client()),
            "token", Value.text(program.token().toString()),
            "revocation", Value.text(program.revocation().map(URI::toString).orElse("")),
            "subject", Value.text(person.subject()),
            "name", Value.text(person.name()),
            "access", Value.text(access),
            "refresh", Value.text(refresh),
            "accessUntil", Value.whole(accessUntil)));
  }

  static Session of(Map<String, Value> members) {
    FieldMap fields = new FieldMap(members);
    return new Session(
        URI.create(fields.text("server")),
        new Program(
            fields.text("issuer"),
            fields.text("client"),
            URI.create(fields.text("token")),
            Optional.of(fields.text("revocation")).filter(it -> !it.isEmpty()).map(URI::create)),
        new Person(fields.text("subject"), fields.text("name")),
        fields.text("access"),
        fields.text("refresh"),
        fields.whole("accessUntil").orElse(0L));
  }
}
