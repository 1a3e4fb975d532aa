package dev.throughline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A name that nobody has costs and tells the same as a wrong password. */
class PasswordsTest {
  /** What a password was compared with: the algorithm and its cost, which make the time. */
  private final List<String> compared = new ArrayList<>();

  private final PasswordEncoder encoder =
      new PasswordEncoder() {
        private final PasswordEncoder real =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
          return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
          compared.add(String.valueOf(hash).replaceFirst("(\\$[0-9]+\\$).*", "$1"));
          return real.matches(password, hash);
        }
      };

  @TempDir Path folder;

  private Throwable refused(Passwords passwords, String name, String password) {
    return catchThrowable(
        () ->
            passwords.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "", "a password of more than the seventy-two bytes bcrypt looks at, ä"})
  void everyNameIsComparedOnceWithAPasswordOfTheSameCost(String password) throws IOException {
    People people = People.open(folder.resolve("people.json"), new SecureRandom());
    Passwords passwords = new Passwords(people, new Guesses(InstantSource.system()), encoder);
    Throwable wrong = refused(passwords, "researcher", password);
    List<String> ofKnown = List.copyOf(compared);
    compared.clear();
    Throwable unknown = refused(passwords, "nobody", password);
    assertThat(ofKnown).hasSize(1).first().asString().startsWith("{bcrypt}$2");
    assertThat(compared).isEqualTo(ofKnown);
    assertThat(unknown)
        .isInstanceOf(BadCredentialsException.class)
        .hasSameClassAs(wrong)
        .hasMessage(wrong.getMessage());
  }

  @Test
  void theRightPasswordIsRight() throws IOException {
    People people = People.open(folder.resolve("people.json"), new SecureRandom());
    Passwords passwords = new Passwords(people, new Guesses(InstantSource.system()), encoder);
    FirstPassword first = people.made().getFirst();
    assertThat(refused(passwords, first.username(), first.password())).isNull();
  }
}
