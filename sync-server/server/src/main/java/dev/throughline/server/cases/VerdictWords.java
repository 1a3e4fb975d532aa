package dev.throughline.server.cases;

import dev.throughline.model.approval.Verdict;

/** What became of a vote, in a sentence for whoever brought it. */
final class VerdictWords {
  private VerdictWords() {}

  static String of(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> "The vote counts.";
      case DUPLICATE -> "Another vote of the same person counts already.";
      case STALE -> "It is about something else than what waits now; read the case and sign again.";
      case UNREADABLE -> "It is no envelope, or its signature does not hold.";
      case KEY_UNKNOWN -> "Nobody confirmed that key for whoever brought the vote.";
      case KEY_REVOKED -> "The key was revoked before.";
      case EXPIRED -> "The time to sign was over.";
      case POLICY_CHANGED -> "The rule is another one than the one that was signed.";
      case SEPARATION -> "Whoever submitted or wrote the handoff does not sign it.";
      case NO_SEAT -> "The rule asks for nobody with these roles.";
      case CLOSED -> "The case had ended before.";
    };
  }
}
