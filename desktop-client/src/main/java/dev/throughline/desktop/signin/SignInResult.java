package dev.throughline.desktop.signin;

/** What became of signing in. */
public sealed interface SignInResult {
  record SignedIn(String name) implements SignInResult {}

  /** The server serves everybody who reaches it. */
  record NotNeeded() implements SignInResult {}

  /** The person closed the question, or let it lie. */
  record GivenUp() implements SignInResult {}

  /** The sentence says what to do. Nothing changed. */
  record Failed(String code, String sentence) implements SignInResult {}
}
