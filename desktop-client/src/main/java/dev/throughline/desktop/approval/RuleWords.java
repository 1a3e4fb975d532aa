package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is said of rules of signing, and of what a proposal changes in one. */
public final class RuleWords {
  private RuleWords() {}

  /**
   * One thing that a proposal changes.
   *
   * @param what such as the people of a group
   */
  public record Change(String what, String before, String after) {}

  /** What the things are for which a rule holds. */
  public static String name(String rule) {
    String key = "rule.name." + rule;
    return Texts.has(key) ? Texts.text(key) : rule;
  }

  /** What the people of a group sign for. */
  public static String group(String group) {
    String key = "rule.group." + group;
    return Texts.has(key) ? Texts.text(key) : group;
  }

  /** Who has to sign by a rule, and who can stop it. */
  public static String rule(Policy policy) {
    return ApprovalWords.rule(policy);
  }

  /** How long, from which costs on, and whether those who wrote it sign it as well. */
  public static String terms(Policy policy) {
    List<String> terms = new ArrayList<>();
    terms.add(Texts.count("rule.terms.days", policy.signingTime().toDays()));
    policy.from().ifPresent(its -> terms.add(Texts.text("rule.terms.from", its)));
    if (!policy.coolOff().isZero()) {
      terms.add(Texts.count("rule.terms.think", policy.coolOff().toHours()));
    }
    terms.add(Texts.text("rule.terms.apart." + policy.excludesContributors()));
    return String.join(" ", terms);
  }

  /** What is another by the second rule than by the first, in the order of a rule. */
  public static List<Change> changes(Policy before, Policy after) {
    List<Change> all = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    before.groups().forEach(group -> groups.add(group.name()));
    after.groups().forEach(group -> groups.add(group.name()));
    for (String group : groups) {
      add(all, group(group), seats(before, group), seats(after, group));
    }
    add(all, Texts.text("rule.stops"), roles(before.vetoes()), roles(after.vetoes()));
    add(all, Texts.text("rule.from"), from(before), from(after));
    add(all, Texts.text("rule.days"), days(before), days(after));
    add(all, Texts.text("rule.think"), think(before), think(after));
    add(all, Texts.text("rule.apart"), apart(before), apart(after));
    return all;
  }

  /** A change in one line. */
  public static String line(Change change) {
    return Texts.text("rule.change", change.before(), change.after());
  }

  private static void add(List<Change> all, String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(new Change(what, before, after));
    }
  }

  private static String seats(Policy policy, String name) {
    List<String> seats =
        policy.groups().stream()
            .filter(group -> group.name().equals(name))
            .map(
                group ->
                    Texts.text(
                        "approval.rule.seat",
                        group.count(),
                        ApprovalWords.roles(group.roles()).toLowerCase(Locale.ENGLISH)))
            .toList();
    return seats.isEmpty() ? Texts.text("rule.nobody") : String.join(", ", seats);
  }

  private static String roles(Set<String> roles) {
    return roles.isEmpty() ? Texts.text("rule.nobody") : ApprovalWords.roles(roles);
  }

  private static String from(Policy policy) {
    return policy.from().isPresent()
        ? Texts.text("rule.from.is", policy.from().getAsLong())
        : Texts.text("rule.from.any");
  }

  private static String days(Policy policy) {
    return Texts.count("rule.days.is", policy.signingTime().toDays());
  }

  private static String think(Policy policy) {
    return policy.coolOff().isZero()
        ? Texts.text("rule.think.none")
        : Texts.count("rule.think.is", policy.coolOff().toHours());
  }

  private static String apart(Policy policy) {
    return Texts.text("rule.apart." + policy.excludesContributors());
  }
}
