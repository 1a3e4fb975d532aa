package dev.throughline.desktop.approval;

import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Answer;
import dev.throughline.model.approval.Approval.Cast;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Statement;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said of votes, rules and keys. */
final class ApprovalWords {
  private static final Pattern FIVES = Pattern.compile("(.{5})(?=.)");
  private static final int DIGITS = 30;

  private ApprovalWords() {}

  /** Such as "Approver" or "Privacy officer or legal reviewer". */
  static String roles(Set<String> roles) {
    String words =
        roles.stream()
            .map(name -> Role.named(name).map(Role::words).orElse(name))
            .sorted()
            .collect(Collectors.joining(" " + Texts.text("approval.or") + " "));
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
  }

  static String rule(Policy policy) {
    String seats =
        policy.groups().stream()
            .map(
                group ->
                    Texts.text(
                        "approval.rule.seat",
                        group.count(),
                        roles(group.roles()).toLowerCase(Locale.ENGLISH)))
            .collect(Collectors.joining(", "));
    String goes = Texts.text("approval.rule", seats);
    return policy.vetoes().isEmpty()
        ? goes
        : goes
            + " "
            + Texts.text("approval.rule.veto", roles(policy.vetoes()).toLowerCase(Locale.ENGLISH));
  }

  static String answer(Answer answer) {
    return Texts.text("approval.answer." + answer.wireName());
  }

  /** When somebody signed and when it was counted; once where both are one time. */
  static String times(Cast cast, ShownTime time) {
    String signed = time.at(cast.claimedAt());
    String counted = time.at(cast.countedAt());
    return signed.equals(counted)
        ? Texts.text("approval.signed.at", signed)
        : Texts.text("approval.signed.counted", signed, counted);
  }

  /** What is to be known of one's own vote. */
  static String mine(Vote vote, ShownTime time) {
    long claimed = SignCases.statement(vote).map(Statement::claimedAt).orElse(0L);
    return vote.verdict()
        .map(
            verdict ->
                Texts.text("approval.verdict." + verdict.wireName(), time.at(vote.countedAt())))
        .orElse(Texts.text("approval.verdict.none", time.at(claimed)));
  }

  static String name(RecordId person, Map<RecordId, String> people) {
    return people.getOrDefault(person, Texts.text("idea.somebody"));
  }

  /** What comes of an answer: how many seats, and which stay open. */
  static String dryRun(Tally now, int seats) {
    String count = Texts.text("approval.dry.count", seats - now.empty().size(), seats);
    if (now.isRejected()) {
      return Texts.text("approval.dry.stops");
    }
    if (now.empty().isEmpty()) {
      return count + " " + Texts.text("approval.dry.met");
    }
    List<String> open =
        now.empty().stream().map(seat -> roles(seat.group().roles())).distinct().toList();
    return count + " " + Texts.text("approval.dry.open", String.join(", ", open));
  }

  static String obstacle(SignCase about) {
    Optional<Obstacle> obstacle = about.obstacle();
    return obstacle
        .map(
            its ->
                its == Obstacle.NOT_OPEN
                    ? Texts.text("approval.state." + about.approval().state().wireName())
                    : obstacle(its))
        .orElse("");
  }

  static String obstacle(Obstacle obstacle) {
    return Texts.text("approval.obstacle." + obstacle.name().toLowerCase(Locale.ROOT));
  }

  /** By which two people compare a key out of band: thirty digits in groups of five. */
  static String fingerprint(DeviceKey key) {
    String digits =
        key.key()
            .map(DeviceKey::keyId)
            .map(hex -> new java.math.BigInteger(hex, 16).toString())
            .orElse("");
    String some = digits.substring(Math.max(0, digits.length() - DIGITS));
    return FIVES.matcher(some).replaceAll("$1 ");
  }
}
