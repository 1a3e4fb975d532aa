package dev.throughline.trials;

import dev.throughline.desktop.signin.Browser;
import dev.throughline.identity.PlayedBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a desktop opens to sign in, played. */
public final class SignInBrowser {
  private SignInBrowser() {}

  /** A browser in which somebody signs in with that name and password. */
  public static Browser of(String username, String password) {
    return page ->
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    new PlayedBrowser().signInTo(page, username, password);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
  }
}
