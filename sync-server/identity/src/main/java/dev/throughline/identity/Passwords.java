package dev.throughline.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Looks at names and passwords, and makes whoever guesses wait. */
final class Passwords implements AuthenticationProvider {
  /** The name has to wait. */
  static final class MustWait extends LockedException {
    private static final long serialVersionUID = 1;

    final transient Duration left;

    MustWait(Duration left) {
      super("too many wrong passwords");
      this.left = left;
    }
  }

  private final DaoAuthenticationProvider inner;
  private final Guesses guesses;

  /**
   * Looks at passwords with that encoder, at one for every name: who has none is compared with a
   * password nobody has, so that the time an answer takes says nothing either.
   */
  Passwords(People people, Guesses guesses, PasswordEncoder encoder) {
    this.guesses = guesses;
    this.inner =
        new DaoAuthenticationProvider(
            username ->
                people
                    .named(username)
                    .map(
                        person ->
                            User.withUsername(person.username())
                                .password(person.passwordHash())
                                .authorities(List.of())
                                .build())
                    .orElseThrow(() -> new UsernameNotFoundException("nobody of that name")));
    inner.setPasswordEncoder(encoder);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication asked) {
    String name = asked.getName().toLowerCase(Locale.ROOT);
    guesses
        .begin(name)
        .ifPresent(
            left -> {
              throw new MustWait(left);
            });
    Authentication known = inner.authenticate(asked);
    guesses.right(name);
    return known;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
