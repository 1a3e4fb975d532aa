package dev.throughline.model.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a person does in the team. Duties are held beside a role, by few people. */
public enum Role {
  PRODUCT_MANAGER("ProductManager", "product manager"),
  RESEARCHER("Researcher", "researcher"),
  GROWTH_HACKER("GrowthHacker", "growth hacker"),
  TECHNICAL_LEAD("TechnicalLead", "technical lead"),
  APPROVER("Approver", "approver"),
  AUDITOR("Auditor", "auditor"),
  KEY_ADMIN("KeyAdmin", "key administrator"),
  PRIVACY_OFFICER("PrivacyOfficer", "privacy officer"),
  LEGAL_REVIEWER("LegalReviewer", "legal reviewer"),
  INCIDENT_LEAD("IncidentLead", "incident lead");

  private final String wireName;
  private final String words;

  Role(String wireName, String words) {
    this.wireName = wireName;
    this.words = words;
  }

  /** As it stands on the wire, in files and in the provider's groups. */
  public String wireName() {
    return wireName;
  }

  /** As people read it within a sentence. */
  public String words() {
    return words;
  }

  /** Whether it comes beside a role, for one person, instead of being one. */
  public boolean isDuty() {
    return ordinal() >= AUDITOR.ordinal();
  }

  /** The role of that name; empty for one this version does not know. */
  public static Optional<Role> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }

  /**
   * What of these roles counts. Whoever writes does not also audit, and whoever approves does not
   * also hand out keys: the duty gives way to the role.
   */
  public static Set<Role> effective(Set<Role> roles) {
    EnumSet<Role> counts = EnumSet.noneOf(Role.class);
    counts.addAll(roles);
    if (roles.stream().anyMatch(Predicate.not(AUDITOR::equals))) {
      counts.remove(AUDITOR);
    }
    if (roles.contains(APPROVER)) {
      counts.remove(KEY_ADMIN);
    }
    return Set.copyOf(counts);
  }
}
