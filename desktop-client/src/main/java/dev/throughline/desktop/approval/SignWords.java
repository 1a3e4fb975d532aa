package dev.throughline.desktop.approval;

import dev.throughline.desktop.consent.Footing;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Tally;
import dev.throughline.model.signing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of what waits; all of it read from the bytes that are signed. */
public final class SignWords {
  /** So many things are named that are missing; the others are counted. */
  private static final int MISSING_MAX = 3;

  private SignWords() {}

  /** How many have signed, and whether anything stands in the way of whoever looks. */
  public static String stands(SignCase about) {
    int seats = Tally.seats(about.policy()).size();
    String signed = Texts.text("approval.dry.count", seats - about.tally().empty().size(), seats);
    String obstacle = ApprovalWords.obstacle(about);
    return obstacle.isEmpty() ? signed : signed + " " + obstacle;
  }

  public static String rule(SignCase about) {
    return rule(about.policy());
  }

  /** Who has to sign by a rule, and who can stop it. */
  public static String rule(Policy policy) {
    return ApprovalWords.rule(policy);
  }

  /** What somebody who signs it allows: a handoff by its name, or what an order does. */
  public static String asks(SignCase about) {
    if (about.isRule()) {
      return Texts.text("rule.asks", about.title());
    }
    return about
        .subject()
        .words()
        .map(said -> OrderWords.asks(said, about.until()))
        .orElse(about.title());
  }

  /** The same in a list, with what it belongs to. */
  public static String line(SignCase about) {
    return about.isOrder()
        ? Texts.text("inbox.item.sign.order", asks(about), about.title())
        : Texts.text(
            about.isRule() ? "inbox.item.sign.rule" : "inbox.item.sign.line",
            about.title(),
            about.subject().version());
  }

  /** What stands above the sheet on which it is signed. */
  static String heading(SignCase about) {
    return about.isOrder() || about.isRule()
        ? asks(about)
        : Texts.text("sign.title", about.title());
  }

  /** What comes of an order or a rule that is signed; empty for a version. */
  static String follows(SignCase about) {
    if (about.isRule()) {
      return Texts.text("sign.follows.rule");
    }
    return about
        .subject()
        .words()
        .map(
            said ->
                Texts.text(
                    "sign.follows." + said.purpose().wireName() + (said.to() == 0 ? ".none" : ""),
                    said.version(),
                    said.to()))
        .orElse("");
  }

  /** Pairs of a title and what it says. */
  public static List<List<String>> facts(SignCase about) {
    return switch (about.subject()) {
      case Subject.Version _ -> version(about);
      case Subject.Order order -> facts(order);
      case Subject.Proposal proposal -> ProposalWords.facts(proposal, about.people());
    };
  }

  private static List<List<String>> facts(Subject.Order order) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(Texts.text("order.reason"), OrderWords.reason(order.said())));
    if (!order.failed().isEmpty()) {
      facts.add(List.of(Texts.text("order.failed"), String.join("\n", order.failed())));
    }
    return facts;
  }

  private static List<List<String>> version(SignCase about) {
    List<List<String>> facts = new ArrayList<>();
    for (String member : List.of("ask", "risk", "rollback", "pricing")) {
      String text = about.text(member);
      if (!text.isBlank()) {
        facts.add(List.of(Texts.text("handoff." + member), text));
      }
    }
    facts.add(List.of(Texts.text("sign.costs"), costs(about)));
    String unseen = unseen(about);
    if (!unseen.isBlank()) {
      facts.add(List.of(Texts.text("sign.evidence"), unseen));
    }
    String since = since(about);
    if (!since.isBlank()) {
      facts.add(List.of(Texts.text("sign.since.title"), since));
    }
    return facts;
  }

  /** Evidence whose words may no longer be quoted; empty where there is none. */
  public static String alarm(SignCase about) {
    int back = about.count(Footing.WITHDRAWN);
    return back == 0 ? "" : Texts.count("sign.alarm", back, size(about, "evidence"));
  }

  /** Evidence that this computer cannot judge; empty where there is none. */
  public static String unseen(SignCase about) {
    int unseen = about.count(Footing.UNSEEN);
    return unseen == 0 ? "" : Texts.count("sign.unseen", unseen, size(about, "evidence"));
  }

  /** What is to be known before it is signed, one sentence each. */
  static List<String> alarms(SignCase about, Optional<SignAside> aside) {
    List<String> alarms = new ArrayList<>();
    alarms.add(alarm(about));
    aside.ifPresent(
        its -> {
          alarms.add(missing(its.missing()));
          if (!its.changed().isEmpty()) {
            String changed = DifferenceWords.of(its.changed());
            alarms.add(Texts.text("sign.changed", changed, about.subject().version()));
          }
          alarms.addAll(ReviewWords.alarms(about, its.said()));
        });
    alarms.removeIf(String::isEmpty);
    return alarms;
  }

  private static String missing(List<String> missing) {
    if (missing.isEmpty()) {
      return "";
    }
    String some = String.join(", ", missing.subList(0, Math.min(MISSING_MAX, missing.size())));
    int more = missing.size() - MISSING_MAX;
    String which = more > 0 ? Texts.text("sign.missing.more", some, more) : some;
    return Texts.count("sign.missing", missing.size(), which);
  }

  /** Why the same cannot be signed any more. */
  static String moved(SignCase about, Optional<SignCase> now) {
    boolean isNewer =
        now.filter(its -> !its.subject().id().equals(about.subject().id())).isPresent();
    String why =
        isNewer
            ? Texts.text("sign.moved.newer", now.orElseThrow().subject().version())
            : now.map(ApprovalWords::obstacle)
                .filter(words -> !words.isEmpty())
                .orElse(Texts.text("sign.moved.gone"));
    return Texts.text("sign.moved", why);
  }

  static String what(SignCase about) {
    if (about.isOrder() || about.isRule()) {
      return Texts.text("sign.what" + about.suffix(), about.subject().version(), about.title());
    }
    return Texts.text(
        "sign.what.is",
        about.subject().version(),
        size(about, "checklist") + size(about, "legalChecklist"),
        size(about, "evidence"));
  }

  /** What is another than in the version they signed last; empty where they signed none. */
  static String since(SignCase about) {
    return about
        .signedBefore()
        .map(
            version ->
                about.since().isEmpty()
                    ? Texts.text("sign.since.nothing", version)
                    : Texts.count("sign.since", about.since().size(), version)
                        + " "
                        + DifferenceWords.of(about.since()))
        .orElse("");
  }

  private static int size(SignCase about, String member) {
    return about.subject().document() instanceof Json.Members(var members)
            && members.get(member) instanceof Json.Items(var items)
        ? items.size()
        : 0;
  }

  private static String costs(SignCase about) {
    return about
        .said()
        .map(its -> new SignedWords(its, about.people()).costs())
        .orElse(Texts.text("sign.costs.unknown"));
  }
}
