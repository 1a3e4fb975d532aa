package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.LocalRules;
import dev.throughline.desktop.approval.SignCase;
import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.access.Access;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import java.util.List;
import java.util.Optional;

/** Reads the rules of signing. Not on the UI thread. */
final class RulesReader {
  private final LocalStore store;
  private final SignCases cases;

  RulesReader(LocalStore store, SignCases cases) {
    this.store = store;
    this.cases = cases;
  }

  RulesNow read() {
    PolicySet rules = LocalRules.of(store);
    boolean mayPropose =
        store.rights().person().isPresent()
            && store.rights().access().write(QuorumPolicy.KIND.name())
                instanceof Access.Decision.Allowed;
    return new RulesNow(
        rules.current().stream().map(rule -> row(rule, rules)).toList(), mayPropose);
  }

  private RuleRow row(Policy rule, PolicySet rules) {
    List<QuorumPolicy> versions =
        rules.all().stream().filter(its -> its.policy().equals(rule.id())).toList();
    Optional<QuorumPolicy> proposed =
        versions.stream()
            .reduce((_, later) -> later)
            .filter(its -> its.state() == QuorumPolicy.State.PROPOSED);
    Optional<SignCase> standing = proposed.flatMap(its -> cases.of(its.id()));
    return new RuleRow(
        rule,
        versions.stream()
            .filter(its -> its.version() == rule.version())
            .mapToLong(its -> LocalRules.since(its, store))
            .findFirst()
            .orElse(0),
        versions.stream().mapToLong(QuorumPolicy::version).max().orElse(1) + 1,
        standing.filter(its -> its.approval().isOpen() && !its.isLate()),
        proposed.filter(_ -> standing.isEmpty()));
  }
}
