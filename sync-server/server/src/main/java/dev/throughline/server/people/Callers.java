package dev.throughline.server.people;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.Push;
import dev.throughline.model.value.PlainText;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells who asks. Where people sign in, what a message itself says about its author is nothing. */
@Component
public final class Callers {
  /** As long as an author may be; a provider's longer name is cut. */
  private static final int NAME_LENGTH_MAX = 100;

  private final IdentitySettings identity;
  private final RoleFile roles;

  Callers(IdentitySettings identity) {
    this.identity = identity;
    this.roles = RoleFile.of(identity.roles().map(Path::of));
  }

  /** Whether people sign in here. */
  public boolean areKnown() {
    return identity.issuer().isPresent();
  }

  /** What everybody is told about who can write here; empty where people sign in. */
  public String notice() {
    return areKnown() ? "" : "Anyone on this computer can write here: no identity provider is set.";
  }

  /** The person the current request comes from; empty on a server without sign-in. */
  public Optional<Caller> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken signedIn
        ? Optional.of(caller(signedIn.getToken()))
        : Optional.empty();
  }

  /** Until when the token of the current request counts; for ever where nobody signs in. */
  public Instant until() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken signedIn
        ? Optional.ofNullable(signedIn.getToken().getExpiresAt()).orElse(Instant.MAX)
        : Instant.MAX;
  }

  /**
   * What whoever asks may do; everything on a server without sign-in.
   *
   * @throws ProblemException when the person has no role here
   */
  public Access access() {
    Optional<Caller> caller = current();
    if (caller.isEmpty()) {
      return Access.EVERYTHING;
    }
    Set<Role> held = roles.roles(caller.get().groups());
    if (held.isEmpty()) {
      throw new ProblemException(
          Problem.NO_ROLE,
          "Your account is in no group that has a role here. Ask whoever runs your organisation's"
              + " sign-in to add you to one. What you did is saved on your computer.");
    }
    return Access.of(held);
  }

  /** The push under the name of whoever sent it. */
  public Push named(Push push) {
    return current()
        .map(
            caller ->
                new Push(
                    push.version(),
                    push.workspace(),
                    push.device(),
                    push.incarnation(),
                    caller.name(),
                    push.clockOffsetMillis(),
                    push.ops()))
        .orElse(push);
  }

  /** The greeting under the name of whoever sent it. */
  public Hello named(Hello hello) {
    return current().map(caller -> hello.by(caller.name())).orElse(hello);
  }

  private Caller caller(Jwt token) {
    String subject = Objects.requireNonNull(token.getSubject(), "the decoder wants one");
    List<String> groups = token.getClaimAsStringList("groups");
    String login = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), "");
    return new Caller(
        Person.subjectOf(identity.issuer().orElseThrow(), subject),
        name(token, subject),
        login.length() <= Person.LOGIN_LENGTH_MAX ? PlainText.clean(login).strip() : "",
        groups == null ? List.of() : groups,
        Optional.ofNullable(token.getClaimAsString("sid")).filter(sid -> !sid.isBlank()));
  }

  private static String name(Jwt token, String subject) {
    return Stream.of("name", "preferred_username")
        .map(token::getClaimAsString)
        .filter(Objects::nonNull)
        .map(Callers::cut)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() -> cut(subject));
  }

  /** As others can read it, and no longer than an author may be; never half a character. */
  private static String cut(String name) {
    String clean = PlainText.clean(name).replaceAll("\\p{Cc}+", " ").strip();
    if (clean.length() <= NAME_LENGTH_MAX) {
      return clean;
    }
    boolean splits = Character.isHighSurrogate(clean.charAt(NAME_LENGTH_MAX - 1));
    return clean.substring(0, splits ? NAME_LENGTH_MAX - 1 : NAME_LENGTH_MAX);
  }
}
