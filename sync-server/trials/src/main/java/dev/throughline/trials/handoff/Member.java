package dev.throughline.trials.handoff;

import java.util.Locale;

/** Who plays: each with one role, two of them approvers. */
enum Member {
  RESEARCHER("Researcher"),
  PRODUCT_MANAGER("ProductManager"),
  TECHNICAL_LEAD("TechnicalLead"),
  FIRST_APPROVER("Approver"),
  SECOND_APPROVER("Approver"),
  INCIDENT_LEAD("IncidentLead"),
  KEY_ADMIN("KeyAdmin");

  private final String role;

  Member(String role) {
    this.role = role;
  }

  String role() {
    return role;
  }

  String username() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
